# Big inputs are read to their end
$ printf 'a b\tc\nlonger line\r\nx' | wc -lwmcL
      2       6      20      20      11
$ seq 1 60000 | sha512sum; seq 1 60000 | sha1sum; seq 1 60000 | md5sum
2f160ada48edbce705753a891126552618c8f76716d2af48782d9925d41ae8e77bdc8cc0e2d24df774edaad98ba73aa5d2c0059785ad3fd3c100b313b209e29d  -
ecc4e775e947d2d465a7b995c9f78c036353c493  -
32e8d2bbb8984bd14d9ad0ccf2a33ea5  -
$ seq 1 60000 | base64 | tail -2; seq 1 60000 | base64 | base64 -d | md5sum; seq 1 20000 | base64 -w 0 | wc
ODIKNTk5ODMKNTk5ODQKNTk5ODUKNTk5ODYKNTk5ODcKNTk5ODgKNTk5ODkKNTk5OTAKNTk5OTEK
NTk5OTIKNTk5OTMKNTk5OTQKNTk5OTUKNTk5OTYKNTk5OTcKNTk5OTgKNTk5OTkKNjAwMDAK
32e8d2bbb8984bd14d9ad0ccf2a33ea5  -
      0       1  145192
$ seq 60000 -1 1 | sort -n | md5sum; seq 1 60000 | sort -k1.2 -s | md5sum
32e8d2bbb8984bd14d9ad0ccf2a33ea5  -
c980c85b96a773ff4872832ffaa59e87  -
$ for i in {1..20000}; do n=$i; done; echo $n; echo {01..5}{a,b} {5..1..2} {c..a}
20000
01a 01b 02a 02b 03a 03b 04a 04b 05a 05b 5 3 1 c b a
$ awk 'BEGIN { print 45000150000, 1e10, 1.5e20; printf "%g %g %#g\n", 100000, 1230000000, 1.5 }'
4.50002e+10 1e+10 1.5e+20
100000 1.23e+09 1.50000
