// Builtins that are best said in the language itself.

export const PRELUDE: string = `
def map(f): [.[] | f];
def select(f): if f then . else empty end;
def recurse: recurse(.[]?);
def recurse(f): def again: ., (f | again); again;
def recurse(f; check): def again: ., (f | select(check) | again); again;
def values: select(. != null);
def nulls: select(. == null);
def booleans: select(type == "boolean");
def numbers: select(type == "number");
def strings: select(type == "string");
def arrays: select(type == "array");
def objects: select(type == "object");
def iterables: select(type == "array" or type == "object");
def scalars: select(type != "array" and type != "object");
def map_values(f): .[] |= f;
def to_entries: [keys_unsorted[] as $k | {key: $k, value: .[$k]}];
def from_entries: reduce .[] as $e ({};
  . + {($e | .key // .Key // .name // .Name): ($e | if has("value") then .value else .Value end)});
def with_entries(f): to_entries | map(f) | from_entries;
def del(f): delpaths([path(f)]);
def paths: path(..) | select(length > 0);
def paths(f): path(.. | select(f)) | select(length > 0);
def leaf_paths: paths(scalars);
def todate: strftime("%Y-%m-%dT%H:%M:%SZ");
def todateiso8601: todate;
def fromdate: fromdateiso8601;
def date: todate;
def dateadd(u; n): . + n;
def range($to): range(0; $to);
def while(check; step): def again: if check then ., (step | again) else empty end; again;
def until(check; step): def again: if check then . else step | again end; again;
def repeat(f): def again: ., (f | again); again;
def inputs: def again: (try input catch (if . == "break" then empty else error(.) end)) as $i | $i, again; again;
def first(f): label $found | (f | ., break $found);
def last(f): reduce f as $x (null; $x);
def nth($n): .[$n];
def nth($n; f): if $n < 0 then error("Out of bounds negative array index") else last(limit($n + 1; f)) end;
def first: .[0];
def last: .[-1];
def isempty(g): first((g | false), true);
def any: any(.[]; .);
def all: all(.[]; .);
def any(f): any(.[]; f);
def all(f): all(.[]; f);
def any(g; f): isempty(first(g | f | select(.))) | not;
def all(g; f): isempty(first(g | f | select(. | not)));
def in(object): . as $key | object | has($key);
def inside(whole): . as $part | whole | contains($part);
def combinations: if length == 0 then [] else .[0][] as $x | (.[1:] | combinations) as $rest | [$x] + $rest end;
def combinations(n): . as $list | [range(n)] | map($list) | combinations;
def walk(f): if type == "object" then map_values(walk(f)) | f elif type == "array" then map(walk(f)) | f else f end;
def env: $ENV;
def transpose: if . == [] then [] else . as $rows | (map(length) | max) as $width
  | [range($width) as $i | [range($rows | length) as $j | $rows[$j][$i]]] end;
def ascii_upcase: explode | map(if 97 <= . and . <= 122 then . - 32 else . end) | implode;
def ascii_downcase: explode | map(if 65 <= . and . <= 90 then . + 32 else . end) | implode;
def match(re): match(re; null);
def match(re; flags): _match(re; flags; false) | .[];
def test(re): test(re; null);
def test(re; flags): _match(re; flags; true);
def _named: [.captures[] | select(.name != null) | {key: .name, value: .string}] | from_entries;
def capture(re): capture(re; null);
def capture(re; flags): match(re; flags) | _named;
def scan(re): scan(re; null);
def scan(re; flags): match(re; "g" + flags) | if (.captures | length) > 0 then [.captures[].string] else .string end;
def split(re; flags): . as $text | [foreach (match(re; flags + "g") , null) as $m ({at: 0, piece: null};
  if $m == null then .piece = $text[.at:] else .piece = $text[.at:$m.offset] | .at = $m.offset + $m.length end; .piece)];
def splits(re): splits(re; null);
def splits(re; flags): split(re; flags) | .[];
def sub(re; to): sub(re; to; "");
def sub(re; to; flags): . as $text | [match(re; flags)] as $all
  | (reduce $all[] as $m ({at: 0, out: ""};
      .out += $text[.at:$m.offset] + ($m | _named | to) | .at = $m.offset + $m.length)) as $done
  | $done.out + $text[$done.at:];
def gsub(re; to): sub(re; to; "g");
def gsub(re; to; flags): sub(re; to; flags + "g");
def join($with): if length == 0 then "" else reduce .[] as $x (null;
  (if . == null then "" else . + $with end)
  + ($x | if . == null then "" elif type == "boolean" or type == "number" then tojson else . end)) end;
def ascii: [.] | implode;
def tostream: path(def r: (.[]? | r), .; r) as $p | getpath($p)
  | reduce path(.[]?) as $q ([$p, .]; [$p + $q]);
def IN(s): any(s == .; .);
def IN(src; s): any(src == s; .);
def INDEX(stream; f): reduce stream as $row ({}; .[$row | f | tostring] |= $row);
def INDEX(f): INDEX(.[]; f);
def finites: select(isinfinite or isnan | not);
def normals: select(isnormal);
def halt_error: halt_error(5);
`
