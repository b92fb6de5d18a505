"""The help, the manual page, the completions and the parser say the same.

What each command takes is read from its own --help; everything else must agree.

Usage: check_table.py PROGRAM ROOT
"""

import pathlib
import re
import subprocess
import sys

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
FLAG = re.compile(r"^  (?:-(\w), |    )--([\w-]+)(?: (\S+))?(?:  |$)", re.M)
problems = []


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)


def check(same, what):
    if not same:
        problems.append(what)


def flags_of(command, how):
    done = run(*command.split(), how)
    check(done.returncode == 0 and not done.stderr, f"{command} {how}")
    return {name: (letter, value)
            for letter, name, value in FLAG.findall(done.stdout)}, done.stdout


def commands():
    listed = run("--help").stdout.split("Commands:\n")[1].split("\n\n")[0]
    return [re.match(r"  (\w+(?: \w+)?)", line).group(1)
            for line in listed.splitlines() if re.match(r"  \w", line)]


def choices_in(text, name):
    """What the long help allows for a flag."""
    block = re.search(rf"--{name} \S+\n(.*?)(?=\n  -|\n      --|\n\n|\Z)",
                      text, re.S)
    listed = re.search(r"One of (.*?)\.\s*$",
                       " ".join(block.group(1).split())) if block else None
    return set(listed.group(1).split(", ")) if listed else set()


def check_parser(command, name, letter, value):
    """Whether a flag is known shows before its value is looked at, and a wrong
    value ends the program before it does anything."""
    wrong = ["--lexicon-format", "impossible"]
    for flag in [f"--{name}"] + ([f"-{letter}"] if letter else []):
        if name in ("help", "version", "generate"):
            continue
        talk = run(*wrong, *command.split(), flag, *(["x"] if value else []))
        check(talk.returncode == 2 and "expected" in talk.stderr,
              f"the parser of {command} does not take {flag}: {talk.stderr}")


def check_command(command, generated):
    short, _ = flags_of(command, "-h")
    flags, text = flags_of(command, "--help")
    check(short == flags, f"-h and --help of {command} list different flags")
    check(text.index("Examples:") < text.index("\n      --"),
          f"the help of {command} does not lead with examples")
    check(len(text.split("Examples:\n")[1].split("\n\n")[0].splitlines()) == 2,
          f"{command} does not have two examples")
    bash = re.search(rf"^    '{command}'\) word='(.*?)' ;;$", generated["bash"],
                     re.M).group(1).split()
    zsh = re.search(rf"^    '{command}'\) _arguments .*?^      '\*:file", 
                    generated["zsh"], re.M | re.S).group(0)
    seen = "; and ".join(f"__fish_seen_subcommand_from {part}"
                         for part in command.split())
    fish = [line for line in generated["fish"].splitlines()
            if f"-n '{seen}' " in line]
    words = {f"--{name}" for name in flags}
    words |= {f"-{letter}" for letter, _ in flags.values() if letter}
    check(set(bash) == words, f"bash of {command}: {set(bash) ^ words}")
    found = set(re.findall(r"'\*(--?[\w-]+)\[", zsh))
    check(found == words, f"zsh of {command}: {found ^ words}")
    found = {"--" + n for line in fish for n in re.findall(r" -l ([\w-]+)", line)}
    found |= {"-" + n for line in fish for n in re.findall(r" -s (\w)", line)}
    check(found == words, f"fish of {command}: {found ^ words}")
    for name, (letter, value) in flags.items():
        check(len(letter) == 0 or letter in "hVoqj0", f"-{letter} is no letter")
        check_parser(command, name, letter, value)
        allowed = choices_in(text, name)
        if not allowed or not value:
            continue
        row = re.search(rf"'{command}':--{name}\S*\) .*-W '(.*?)'",
                        generated["bash"])
        check(row and set(row.group(1).split()) == allowed,
              f"bash choices of {command} --{name}")
        wrong = run(*command.split(), f"--{name}", "impossible").stderr
        check(name == "generate" or "expected" in wrong,
              f"{command} --{name} takes anything")
    return {name: value for name, (_, value) in flags.items()}


def check_manual(manual, by_command):
    text = manual.replace("\\-", "-")
    everything = set().union(*by_command.values())
    found = set(re.findall(r"^\.TP\n\\fB(?:-\w\\fR, \\fB)?--([\w-]+)", text,
                           re.M))
    check(found == everything, f"manual: {found ^ everything}")
    for command in by_command:
        check(re.search(rf"^\.B framescope {command}$", text, re.M),
              f"the synopsis has no {command}")
    kept = (ROOT / "docs/man/framescope.1").read_text()
    check(kept == manual, "docs/man/framescope.1 is stale: write it again with "
          "framescope --generate man")


def main():
    generated = {kind: run("--generate", kind).stdout
                 for kind in ("man", "bash", "zsh", "fish")}
    by_command = {command: set(check_command(command, generated))
                  for command in commands()}
    check(choices_in(flags_of("score", "--help")[1], "format") ==
          {"text", "json", "jsonl", "csv", "html"}, "choices are not read")
    check(len(by_command) == 13, f"{len(by_command)} commands")
    check_manual(generated["man"], by_command)
    print("\n".join(problems) or f"{len(by_command)} commands, "
          f"{len(set().union(*by_command.values()))} flags: all agree")
    sys.exit(1 if problems else 0)


main()
