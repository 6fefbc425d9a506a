# ** goes through directories but not through links, as in bash 5.2
$ mkdir -p /tmp/stars; cd /tmp/stars; mkdir -p d/e .h; touch d/f d/e/f f .h/f; ln -s d l; ln -s ../d d/up; ln -s nowhere broken
$ echo **
broken d f l
$ shopt -s globstar
$ echo **
broken d d/e d/e/f d/f d/up f l
$ echo **/
d/ d/e/ d/up/ l/
$ echo **/f
d/e/f d/f f
$ echo **/*
broken d d/e d/e/f d/f d/up f l
$ echo d/**
d/ d/e d/e/f d/f d/up
$ echo ./**/f
./d/e/f ./d/f ./d/up/f ./f ./l/f
$ echo l/**
l/ l/e l/e/f l/f l/up
$ echo l/**/
l/ l/e/ l/up/
$ echo **/e/**
d/e d/e/f
$ echo */**
d d/e d/e/f d/f d/up l l/e l/e/f l/f l/up
$ echo d/**/**/f
d/e/f d/f d/up/f
$ echo **/up/f
d/up/f
$ echo nosuch/** f/**
nosuch/** f/**
$ shopt -s dotglob; echo **/f
.h/f d/e/f d/f f
