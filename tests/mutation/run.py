# Golmac: MIT licence, see LICENSE.
"""How many small faults do the tests find? N random changes of an operator, a constant, a condition or a statement are made, one at a
time, in private copies of the tree; each is built and tested until a test fails. What no test finds is printed, to be judged: a
change that no program can observe goes to the list "equivalent", with the reason; for any other a test is missing.

  sh tests/mutation/run.sh [NAME=VALUE...]
    SEED=1         another seed makes other changes       N=50         how many
    FOLDERS=...    where (interp compiler/ir compiler/zcode frontends/timeline); also single files
    KINDS=...      which (operator constant condition statement)
    JOBS=2         how many at a time                     FIRST=1      only the tests that concern the folder
    PLANTED=file   not random changes, but those of a list (see the head of planted)

The same seed and the same tree give the same changes. Ends with status 1 if less than 85 % are found (of a list: less than all)."""
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

import faults

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FLAGS = ['lto=', 'CFLAGS=-O1 -g0 -Wno-maybe-uninitialized', '-s', '--no-print-directory']
GOAL = 85
# What a mutant may use before it counts as hanging or running wild: seconds of a processor, bytes of memory and of a file.
PROCESSOR, MEMORY, FILE = 20, 2 << 30, 200 << 20
# For each folder what is built first, and the tests that are most likely to find a fault in it, in this order.
FIRST = {
    'interp': (['golmac', 'golc', 'goltest'], '''build/unit/machine build/unit/limits build/unit/difference build/unit/hostile tests/golden/golden.t
        tests/conformance/conformance.t tests/conformance/old_versions.t tests/conformance/resize.t tests/conformance/faults.t
        tests/golden/bad_saves.t tests/conformance/coverage.t build/unit/*
        tests/plain/*.t tests/timeline/*.t'''),
    'compiler': (['golmac', 'golc'], '''tests/compiler/images.t tests/compiler/reports.t
        tests/compiler/ir.t tests/compiler/limits.t tests/compiler/language.t tests/compiler/story.t tests/compiler/diagnostics.t
        tests/compiler/command_line.t tests/golden/golden.t tests/compiler/random.t tests/tools/goldump.t tests/compiler/*.t'''),
    'frontends/timeline': (['golmac', 'golc'], '''build/unit/timeline build/unit/journal tests/timeline/travel.t tests/timeline/resume.t
        tests/timeline/damage.t tests/timeline/playthroughs.t build/unit/* tests/timeline/*.t tests/plain/*.t'''),
}
option = dict(SEED='1', N='50', FOLDERS='interp compiler/ir compiler/zcode frontends/timeline',
              KINDS='operator constant condition statement', JOBS='2', FIRST='', PLANTED='', WORK=os.path.join(ROOT, 'build/mutation'))


def random_numbers(seed):
    """Numbers below a limit; the same with every Python."""
    state = [(seed * 2862933555777941757 + 3037000493) & (1 << 64) - 1]

    def draw(limit):
        state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (state[0] >> 33) % limit
    return draw


def sources(root):
    for place in option['FOLDERS'].split():
        path = os.path.join(root, place)
        names = [place] if os.path.isfile(path) else sorted(place + '/' + name for name in os.listdir(path) if name.endswith('.c'))
        for name in names:
            with open(os.path.join(root, name), encoding='utf-8') as file:
                yield name, file.read()


class Change:
    """One line of one file that is to be another."""
    def __init__(self, name, number, kind, what, old, new):
        self.name, self.number, self.kind, self.what, self.old, self.new = name, number, kind, what, old, new
        self.verdict, self.by = None, ''

    def key(self):
        return '%s | %s | %s' % (self.name, ' '.join(self.old.split()), ' '.join(self.new.split()))

    def __str__(self):
        return '%s:%d: %s' % (self.name, self.number + 1, self.what)


def random_changes(root):
    """Changes without end: all that are possible, in an order by chance."""
    draw = random_numbers(int(option['SEED']))
    kinds = option['KINDS'].split()
    possible = [Change(name, number, kind, what, text.split('\n')[number], new)
                for name, text in sources(root) for number, kind, what, new in faults.faults_of(text, draw) if kind in kinds]
    while possible:
        yield possible.pop(draw(len(possible)))


def planted_changes(root):
    """Those of a list: a line "FILE: what is wrong", a line "- old", a line "+ new"; blank lines and lines with # between."""
    with open(option['PLANTED'], encoding='utf-8') as file:
        lines = [line.rstrip('\n') for line in file if line.strip() and not line.startswith('#')]
    for head, old, new in zip(lines[::3], lines[1::3], lines[2::3]):
        name, what = head.split(': ', 1)
        with open(os.path.join(root, name), encoding='utf-8') as file:
            text = file.read().split('\n')
        places = [number for number, line in enumerate(text) if old[2:].strip() in line]
        if old[:2] != '- ' or new[:2] != '+ ' or len(places) != 1:
            sys.exit('%s: the old line stands there %d times: %s' % (name, len(places), old))
        line = text[places[0]]
        yield Change(name, places[0], 'planted', what, line, line.replace(old[2:].strip(), new[2:].strip()))


def equivalent_changes():
    """Changes that nothing can observe: FILE | old line | new line, each above its reason."""
    path = os.path.join(HERE, 'equivalent')
    with open(path, encoding='utf-8') as file:
        return {line.rstrip('\n') for line in file if line.count(' | ') >= 2 and not line.startswith(('#', ' '))}


class Tree:
    """A private copy of the checkout, with builds and tests of its own."""
    def __init__(self, number, like=None):
        self.path = os.path.join(option['WORK'], str(number))
        shutil.rmtree(self.path, ignore_errors=True)
        if like:
            shutil.copytree(like.path, self.path, symlinks=True)
        else:
            self.copy_checkout()
        build = os.path.join(self.path, 'build')
        self.environment = dict(os.environ, BUILD=build, CC='gcc', XDG_CONFIG_HOME=build + '/no-config', STORY_COMPILER=build + '/golc',
                                GOLC=build + '/golc', SAN='', FULL='', CMOCKA_MESSAGE_OUTPUT='TAP', LIMIT='60', TMPDIR=build + '/tmp',
                                PATH=os.environ['PATH'] + ':/usr/games')
        # For the tests that call make themselves, as make check hands its variables down.
        self.environment['MAKEFLAGS'] = ' -- ' + ' '.join(flag.replace(' ', '\\ ') for flag in FLAGS if '=' in flag)
        os.makedirs(build + '/tmp', exist_ok=True)

    def copy_checkout(self):
        listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'], cwd=ROOT, check=True,
                                stdout=subprocess.PIPE).stdout.decode().split('\0')
        for name in listed:
            if name and os.path.isfile(os.path.join(ROOT, name)):
                os.makedirs(os.path.dirname(os.path.join(self.path, name)), exist_ok=True)
                shutil.copy2(os.path.join(ROOT, name), os.path.join(self.path, name))

    def make(self, *targets):
        """None, or what make said when it failed."""
        done = subprocess.run(['make'] + FLAGS + list(targets), cwd=self.path, stdin=subprocess.DEVNULL, preexec_fn=limits,
                              env={name: value for name, value in self.environment.items() if name not in ('BUILD', 'SAN', 'MAKEFLAGS')},
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return None if done.returncode == 0 else done.stdout.decode(errors='replace')

    def make_all(self):
        units = ['build/unit/' + name[:-2] for name in sorted(os.listdir(self.path + '/tests/unit')) if name.endswith('.c')]
        return self.make('all', 'build/vt100', *units) or self.make('stories')

    def files(self):
        """The test files of daily work."""
        found = []
        for folder in sorted(os.listdir(self.path + '/tests')):
            for name in sorted(os.listdir(self.path + '/tests/' + folder)) if os.path.isdir(self.path + '/tests/' + folder) else []:
                path = 'tests/%s/%s' % (folder, name)
                if name.endswith('.t') and '\n# Only in check-all' not in open(self.path + '/' + path, encoding='utf-8').read():
                    found.append(path)
        return found + ['build/unit/' + name[:-2] for name in sorted(os.listdir(self.path + '/tests/unit')) if name.endswith('.c')]

    def test(self, path):
        """None, or the name of the test that failed."""
        runner = subprocess.Popen(['tests/runner/limited', path], cwd=self.path, env=self.environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=limits)
        failed, planned, counted = None, None, 0
        for line in runner.stdout:
            text = line.decode(errors='replace').strip()
            counted += text.startswith(('ok ', 'not ok '))
            planned = int(text[3:].split()[0]) if re.match(r'1\.\.\d+', text) else planned
            if text.startswith(('not ok', 'Bail out')):
                failed = text
                runner.send_signal(signal.SIGTERM)
                break
        runner.stdout.close()
        status = runner.wait()
        if not failed and (status or counted != planned):
            failed = 'status %d, %d tests of %s' % (status, counted, planned)
        return failed and '%s: %s' % (path, failed)

    def put(self, change, new):
        path = os.path.join(self.path, change.name)
        with open(path, encoding='utf-8') as file:
            lines = file.read().split('\n')
        lines[change.number] = change.new if new else change.old
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))


def limits():
    for what, most in ((resource.RLIMIT_CPU, PROCESSOR), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, FILE),
                       (resource.RLIMIT_CORE, 0)):
        # Tests that set limits of their own may raise them again.
        resource.setrlimit(what, (most, resource.RLIM_INFINITY))


def folder_of(name):
    return next((folder for folder in FIRST if name.startswith(folder + '/')), None)


def first_tests(name, files):
    """Those of the files that concern the file with this name, in order."""
    ordered = []
    for pattern in FIRST[folder_of(name)][1].split():
        matching = re.compile(re.escape(pattern).replace(r'\*', '[^/]*') + '$')
        ordered += [path for path in files if matching.match(path) and path not in ordered]
    return ordered


def judge(tree, change, files):
    """Sets the change's verdict: found, not found, or not built."""
    concerned = first_tests(change.name, files) if folder_of(change.name) else []
    programs = FIRST[folder_of(change.name)][0] if folder_of(change.name) else []
    units = [path for path in concerned if path.startswith('build/unit/')]
    change.verdict, change.by = 'not found', ''
    if tree.make('build/obj/' + change.name[:-2] + '.o'):
        change.verdict = 'not built'
        return
    wrong = tree.make(*['build/' + program for program in programs])
    change.by = wrong and 'the build' or ''
    for path in [] if wrong else concerned:
        change.by = (path in units and tree.make(path) and 'the build of ' + path) or tree.test(path) or ''
        if change.by:
            break
    if not change.by and not (concerned and option['FIRST']):
        change.by = tree.make_all() and 'the build' or ''
        for path in [] if change.by else [path for path in files if path not in concerned]:
            change.by = tree.test(path) or ''
            if change.by:
                break
    if change.by:
        change.verdict = 'found'


class Run:
    """All changes, shared out among the trees."""
    def __init__(self, changes, wanted):
        self.changes, self.wanted, self.lock = changes, wanted, threading.Lock()
        self.equivalent, self.done, self.counts, self.under_way = equivalent_changes(), [], {}, 0

    def next(self):
        """The next change, or none when enough are judged or being judged."""
        with self.lock:
            while len(self.done) + self.under_way < self.wanted:
                change = next(self.changes, None)
                if not change:
                    return None
                if change.key() in self.equivalent:
                    self.counts['equivalent'] = self.counts.get('equivalent', 0) + 1
                    continue
                self.under_way += 1
                return change
            return None

    def end(self, change, seconds):
        with self.lock:
            self.under_way -= 1
            self.counts[change.verdict] = self.counts.get(change.verdict, 0) + 1
            if change.verdict != 'not built':
                self.done.append(change)
                print('%-9s %s  (%s, %d s)' % (change.verdict, change, change.by or 'every test passed', seconds))
                if change.verdict != 'found':
                    print('          - %s\n          + %s' % (change.old.strip(), change.new.strip()))
                sys.stdout.flush()

    def work(self, tree, files):
        while True:
            change = self.next()
            if not change:
                return
            start = time.time()
            tree.put(change, True)
            try:
                judge(tree, change, files)
            finally:
                tree.put(change, False)
            self.end(change, time.time() - start)


def main():
    for word in sys.argv[1:]:
        name, _, value = word.partition('=')
        if name not in option or not value:
            sys.exit(__doc__)
        option[name] = value
    first = Tree(0)
    wrong = first.make_all()
    if wrong:
        sys.exit('the tree as it is does not build:\n' + wrong)
    trees = [first] + [Tree(number, first) for number in range(1, int(option['JOBS']))]
    changes = (planted_changes if option['PLANTED'] else random_changes)(first.path)
    files = trees[0].files()
    if option['FIRST']:
        files = [path for path in files if any(path in first_tests(folder + '/', files) for folder in FIRST)]
    flawed = [failed for failed in map(trees[0].test, files) if failed]
    for failed in flawed:
        print('left out, since it fails without any change: ' + failed)
        files.remove(failed.split(': ')[0])
    run = Run(changes, 1 << 30 if option['PLANTED'] else int(option['N']))
    threads = [threading.Thread(target=run.work, args=(tree, files)) for tree in trees]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = sum(change.verdict == 'found' for change in run.done)
    survivors = [change for change in run.done if change.verdict != 'found']
    if survivors:
        print('\nNot found; of those that nothing can observe, the line for the list "equivalent":')
        for change in survivors:
            print(change.key())
    share = 100.0 * found / max(1, len(run.done))
    print('\n%d changes (%s), %d found: %.0f %%; besides, %d known to be equivalent and %d that did not compile were passed over' % (
        len(run.done), 'planted' if option['PLANTED'] else 'seed ' + option['SEED'], found, share, run.counts.get('equivalent', 0),
        run.counts.get('not built', 0)))
    return share < (100 if option['PLANTED'] else GOAL)


if __name__ == '__main__':
    sys.exit(main())
