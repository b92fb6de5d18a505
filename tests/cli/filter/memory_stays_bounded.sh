python3 - <<'PY'
import os, resource, subprocess, threading

line = (b'{"id": "x", "text": "'
        + b"People of the town met in the hall and spoke of the year. " * 60
        + b'"}\n')
program = subprocess.Popen(
    [os.environ["FRAMESCOPE"], "score", "--format", "jsonl", "-j", "2", "-"],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE)

def feed():
    for _ in range(20000):
        program.stdin.write(line)
    program.stdin.close()

feeder = threading.Thread(target=feed)
feeder.start()
answers = sum(1 for _ in program.stdout)
feeder.join()
program.wait()
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print("answers", answers, "status", program.returncode)
print("bounded" if most < 250 else f"{most} MB for {20000 * len(line)} bytes")
PY
