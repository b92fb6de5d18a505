mkdir texts
for i in $(seq 60); do cp "$ROOT/docs/examples/blog-post.md" "texts/$i.md"; done
framescope score texts > out 2> talk
echo "to a file: $(wc -c < talk)"
python3 - <<'PY'
import os, pty, subprocess, threading


def talk(*flags):
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
    subprocess.run([os.environ["FRAMESCOPE"], "score", "-j", "1", *flags,
                    "texts"], stderr=end, stdout=open("again", "wb"))
    os.close(end)
    reader.join()
    return b"".join(pieces)


bar = talk()
print("on a terminal:", "a bar" if b"%" in bar else bar)
print("wiped:", bar.endswith(b"\r\x1b[K"))
print("quiet:", talk("--quiet"))
PY
cut -c1-10 out > a; framescope score -j 1 texts | cut -c1-10 | cmp - a && echo "same output"
