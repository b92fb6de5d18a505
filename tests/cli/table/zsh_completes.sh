# A zsh on a terminal of its own, and what it makes of the TAB key.
command -v zsh > /dev/null || { echo "install zsh" >&2; exit 77; }
mkdir functions && framescope --generate zsh > functions/_framescope
zsh -n functions/_framescope && echo "parses"
python3 - <<'PY'
import os, pty, re, select, time

pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="dumb", PS1="ready> ", HOME=os.getcwd())
    os.execvp("zsh", ["zsh", "-f", "-i"])


def read_until(mark, seconds=30):
    text, end = "", time.time() + seconds
    while mark not in text and time.time() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            text += os.read(terminal, 65536).decode(errors="replace")
    return text


def say(line):
    os.write(terminal, line.encode())


say("PS1='ready> '; fpath=($PWD/functions $fpath); autoload -Uz compinit; "
    "compinit -u -D; zstyle ':completion:*' list-prompt ''; "
    "unsetopt zle_bracketed_paste 2>/dev/null; echo se\"\"t\n")
read_until("\nset")
for typed in ("framescope scor", "framescope score --forma",
              "framescope score --format jsonl --no-st",
              "framescope lexicon conv", "framescope lint --format sar"):
    say(typed + "\t\x01echo \x05 | cat; echo don\"\"e\n")
    out = read_until("\ndone")
    lines = [l.strip() for l in re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", out)
             .replace("\r", "\n").split("\n")]
    answers = [l for l in lines if l.startswith("framescope ")]
    print(answers[-1] if answers else repr(out))
say("exit\n")
os.waitpid(pid, 0)
PY
