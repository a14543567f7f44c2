#!/usr/bin/env python3
"""measure.py PROGRAMS [FILES]: what assay-indexer watch takes with FILES (100000) small files under it.

Prints the time until it is ready on files that are new, and again on files that the index knows; its memory; the CPU time of
a rescan in which nothing changed; and how long a file that is dropped takes until assay-searchd answers for it.
PROGRAMS is the folder of the programs. All it makes lies in a temporary folder, which it removes.
"""
import os, pathlib, random, signal, subprocess, sys, tempfile, time

PROGRAMS, FILES, PER_FOLDER, DROPS, RESCAN = pathlib.Path(sys.argv[1]), int((sys.argv[2:] or [100000])[0]), 1000, 10, 5

SYLLABLES = "ba de ki lo mu ra se ti vo wen con pre hal mer ton dun".split()


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mib(pid, line):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(status.split(line + ":")[1].split()[0]) / 1024


def make_files(folder):
    draw = random.Random(1)  # no sentence in common: files that look like copies take the longer, the more there are
    words = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(20000)]
    for number in range(FILES):
        path = folder / str(number // PER_FOLDER) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Report {number}: {' '.join(draw.choices(words, k=30))}.\n")


def start_watch(work):
    began = time.monotonic()
    watch = subprocess.Popen([PROGRAMS / "assay-indexer", "watch", "--rescan", str(RESCAN), "--index", work / "index",
                              work / "in"], stdout=subprocess.PIPE, text=True)
    for line in watch.stdout:
        if line == "ready\n":
            return watch, time.monotonic() - began
    sys.exit("the watch ended")


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait()


def rescan_cpu(watch):
    """Of the quietest of five stretches, each as long as from one rescan to the next."""
    taken = []
    for _ in range(5):
        before = cpu_seconds(watch.pid)
        time.sleep(RESCAN)
        taken.append(cpu_seconds(watch.pid) - before)
    return sorted(taken)


def drop_seconds(work, number):
    word, server = f"hovercraft{number}x", f"unix:{work}/searchd.sock"
    began = time.monotonic()
    (work / "in" / f"drop{number}.txt").write_text(f"A {word} in Leeds.\n")
    while subprocess.run([PROGRAMS / "assay", "--server", server, "count", word], capture_output=True, text=True).stdout != "1\n":
        if time.monotonic() - began > 60:
            sys.exit("the file never became answerable")
    return time.monotonic() - began


def main():
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        make_files(work / "in")
        watch, took = start_watch(work)
        print(f"files                    {FILES}")
        print(f"ready, all files new     {took:.1f} s, memory at most {memory_mib(watch.pid, 'VmHWM'):.0f} MiB")
        stop(watch)
        watch, took = start_watch(work)
        print(f"ready, all files known   {took:.1f} s")
        taken = rescan_cpu(watch)
        print(f"CPU of a rescan          {taken[2]:.2f} s (median; {taken[0]:.2f} to {taken[-1]:.2f})")
        searchd = subprocess.Popen([PROGRAMS / "assay-searchd", "--index", work / "index", "--listen", f"unix:{work}/searchd.sock",
                                    "--log-level", "error"], stdout=subprocess.PIPE, text=True)
        searchd.stdout.readline()
        drops = sorted(drop_seconds(work, number) for number in range(DROPS))
        print(f"dropped until answerable {drops[DROPS // 2]:.2f} s (median of {DROPS}; at most {drops[-1]:.2f})")
        print(f"memory                   {memory_mib(watch.pid, 'VmRSS'):.0f} MiB resident")
        stop(searchd)
        stop(watch)


main()
