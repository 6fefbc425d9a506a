#! world: bare
$ cd /tmp
$ touch -d '2024-01-02 03:04:05' t; date -u -r t '+%F %T'
2024-01-02 03:04:05
$ touch -d bogus t
touch: invalid date format ‘bogus’
[1]
$ touch -t 202401020304 t; date -u -r t '+%F %T'
2024-01-02 03:04:00
$ touch -r t t2; date -u -r t2 '+%F %T'
2024-01-02 03:04:00
$ date -u -d '2024-01-31 +1 day' '+%F %T'
2024-02-01 00:00:00
$ date -u -d '1970-01-01 00:00:00 UTC 5 minutes ago' '+%F %T'
1969-12-31 23:55:00
$ date -u -d '2024-01-31 1 month' '+%F %T'
2024-03-02 00:00:00
$ date -u -d '2024-03-01 12:00 2 days ago' '+%F %T'
2024-02-28 12:00:00
$ date -u -d '2024-03-01 next month' '+%F %T'
2024-04-01 00:00:00
$ date -u -d '2024-03-01 -1 week' '+%F %T'
2024-02-23 00:00:00
$ date -u -d '1 Jan 2024' '+%F %T'
2024-01-01 00:00:00
$ date -u -d 'Jan 1 2024 10:00:00' '+%F %T'
2024-01-01 10:00:00
$ date -u -d '2024-02-30' '+%F %T'
date: invalid date ‘2024-02-30’
[1]
$ date -u -d '2024-01-01 25:00' '+%F %T'
date: invalid date ‘2024-01-01 25:00’
[1]
$ date -u -d '2024-05-05 3pm' '+%F %T'
2024-05-05 15:00:00
$ date -u -d '2024-02-29 1 year' '+%F %T'
2025-03-01 00:00:00
$ date -u -d '2024-01-01T10:20:30' '+%F %T'
2024-01-01 10:20:30
$ date -u -d '2024-01-01T10:20:30Z' '+%F %T'
2024-01-01 10:20:30
$ date -u -d '12:30' +%T
12:30:00
$ date -u -d 'yesterday 10:00' +%T
10:00:00
$ date -d 'tomorrow' +%F | wc -c
11
