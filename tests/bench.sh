#!/usr/bin/env bash
# tests/bench.sh [host|otlp|daemon ...]: prints every figure that Probe's documents state, ours and its reference in turn; all of them by default.
# A quiet machine gives quieter figures; the ratios hold on a busy one too. Needs a C compiler, and for the daemon what tests/run.sh installs.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
case $(uname -m) in
    x86_64) rid=linux-x64 ;;
    aarch64) rid=linux-arm64 ;;
    *) echo "tests/bench.sh: no native build for $(uname -m)" >&2; exit 1 ;;
esac

publish() { dotnet publish "$1" -c Release -r "$rid" -o "$out/$2" -v q --nologo; }

[ $# -gt 0 ] || set -- host otlp daemon
publish tests/Probe.Benchmarks benchmarks
for subject in "$@"; do
    case $subject in
        host)
            gcc -O2 -o "$out/pread" tests/Probe.Benchmarks/native/pread.c
            "$out/benchmarks/Probe.Benchmarks" host "$out/pread" ;;
        otlp)
            "$out/benchmarks/Probe.Benchmarks" otlp ;;
        daemon)
            publish src/Probe probe
            "$out/benchmarks/Probe.Benchmarks" daemon "$out/probe/probe" "$(tests/peers/get node_exporter)" ;;
        *)
            echo "usage: tests/bench.sh [host|otlp|daemon ...]" >&2
            exit 2 ;;
    esac
done
