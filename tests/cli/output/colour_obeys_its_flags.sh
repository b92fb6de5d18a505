echo "She is a burden on the system." > a.txt
python3 - <<'PY'
import os, pty, subprocess, threading

PROGRAM = os.environ["FRAMESCOPE"]


def coloured(terminal, *flags, **variables):
    environment = {k: v for k, v in os.environ.items()
                   if k not in ("NO_COLOR", "TERM")}
    environment.update({"TERM": "xterm", **variables})
    words = [PROGRAM, "score", "a.txt", *flags]
    if not terminal:
        out = subprocess.run(words, capture_output=True, env=environment).stdout
    else:
        main, end = pty.openpty()
        pieces = []

        def read():
            try:
                while piece := os.read(main, 65536):
                    pieces.append(piece)
            except OSError:
                pass

        reader = threading.Thread(target=read)
        reader.start()
        subprocess.run(words, stdout=end, stderr=subprocess.DEVNULL,
                       env=environment)
        os.close(end)
        reader.join()
        out = b"".join(pieces)
    return "coloured" if b"\x1b[" in out else "plain"


print("terminal", coloured(True))
print("pipe", coloured(False))
print("NO_COLOR", coloured(True, NO_COLOR="1"))
print("NO_COLOR empty", coloured(True, NO_COLOR=""))
print("dumb", coloured(True, TERM="dumb"))
print("never", coloured(True, "--color", "never"))
print("always", coloured(False, "--color", "always"))
print("flag beats NO_COLOR", coloured(False, "--color=always", NO_COLOR="1"))
print("colour", coloured(True, "--colour", "never"))
PY
