# Golmac: MIT licence, see LICENSE.
"""Small faults that can be made in a file of C: places where an operator or a constant can be another, a condition its opposite, or a
statement left out. The code's own style tells what an operator is: one with two operands has blanks around it."""
import re

# What each operator becomes; of several, one by chance.
OPERATORS = {
    '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '==': ['!='], '!=': ['=='],
    '+': ['-'], '-': ['+'], '*': ['+'], '/': ['*'], '%': ['/'], '<<': ['>>'], '>>': ['<<'],
    '&': ['|'], '|': ['&'], '^': ['&'], '&&': ['||'], '||': ['&&'], '+=': ['-='], '-=': ['+='], '|=': ['&='], '&=': ['|='],
}
BINARY = re.compile(r'(?<=[\w)\]\'"] )(<<|>>|<=|>=|==|!=|&&|\|\||\+=|-=|\|=|&=|[-<>+*/%&|^])(?= )')
STEP = re.compile(r'\+\+|--')
NUMBER = re.compile(r'(?<![\w.\'])(0[xX][0-9A-Fa-f]+|\d+)([uUlL]*)(?![\w.\'])')
CHARACTER = re.compile(r"'([ -&(-\[\]-~])'")
NOT = re.compile(r'!(?=[\w(])')
CONDITION = re.compile(r'^(\s*(?:else |} else )?(?:if|while) \()(.*)(\)(?: \{)?)$')
STATEMENT = re.compile(r'^\s+(?!return|break|continue|goto|case|default|else|static|const|struct|unsigned|int|char|size_t|bool|enum|long|void|'
                       r'zm_\w+ \w|uint\w+_t)[\w*>(][^{}]*;$')
# Lines that decide nothing while the program runs.
IDLE = re.compile(r'^\s*(#|//|assert\(|static_assert|_Static_assert)')


def without_texts(source):
    """The source with blanks in place of comments and string literals, so that offsets stay what they are."""
    def blank(found):
        return re.sub(r'[^\n]', ' ', found.group()) if found.group()[0] in '/' else '"' + ' ' * (len(found.group()) - 2) + '"'
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, source, flags=re.S)


def lines_of_functions(code):
    """Numbers of the lines that stand within a function's body: those between a brace in column 0 and the next."""
    within, lines = False, []
    for number, line in enumerate(code.split('\n')):
        if line.startswith('}'):
            within = False
        if within and not IDLE.match(line):
            lines.append(number)
        if line.startswith('{'):
            within = True
    return lines


def faults_of_line(line, code, draw):
    """All faults of one line: (kind, what, the line with it). code is the line without comments and texts."""
    found = []

    def put(kind, start, end, new):
        found.append((kind, '%s to %s' % (line[start:end].strip() or 'nothing', new or 'nothing'), line[:start] + new + line[end:]))
    for match in BINARY.finditer(code):
        choices = OPERATORS[match.group()]
        put('operator', match.start(), match.end(), choices[draw(len(choices))])
    for match in STEP.finditer(code):
        put('operator', match.start(), match.end(), '--' if match.group() == '++' else '++')
    for match in NUMBER.finditer(code):
        if re.search(r'sizeof [^;]*\[$', code[:match.start()]):
            continue    # the size of an element is that of any other
        value, suffix = int(match.group(1), 0) if match.group(1)[:2] in ('0x', '0X') else int(match.group(1)), match.group(2)
        new = value + 1 if value == 0 or draw(2) else value - 1
        put('constant', match.start(), match.end(), ('0x%X' % new if match.group(1)[:2] in ('0x', '0X') else '%d' % new) + suffix)
    for match in CHARACTER.finditer(code):
        put('constant', match.start(), match.end(), "'%s'" % ('b' if match.group(1) == 'a' else 'a'))
    for match in NOT.finditer(code):
        put('operator', match.start(), match.end(), '')
    match = CONDITION.match(code)
    if match and match.group(2).count('(') == match.group(2).count(')'):
        put('condition', match.start(2), match.end(2), '!(' + line[match.start(2):match.end(2)] + ')')
    if STATEMENT.match(code) and code.count('(') == code.count(')'):
        start = len(line) - len(line.lstrip())
        put('statement', start, len(line), ';')
    return found


def faults_of(source, draw):
    """All faults of a file: (line number from 0, kind, what, the line with it)."""
    lines, code = source.split('\n'), without_texts(source).split('\n')
    return [(number,) + fault for number in lines_of_functions('\n'.join(code))
            for fault in faults_of_line(lines[number], code[number], draw)]
