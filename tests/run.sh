#!/usr/bin/env bash
# tests/run.sh: every test of Probe, on a Debian machine that has the .NET SDK. Ends with the line `N passed, N failed`.
# As root it installs what is missing from the machine's own suites; the real peers are unpacked aside (tests/peers).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

die() { echo "tests/run.sh: $*" >&2; exit 1; }
say() { echo "== $* ($SECONDS s)"; }

# What the native compiler, the network tests, the nspawn machine and the OpenMetrics reader need, as Debian packages.
packages=(python3-prometheus-client gcc libc6-dev zlib1g-dev binutils openssl procps iproute2 util-linux xz-utils strace mmdebstrap systemd systemd-container)

install_packages() {
    local missing=() package
    for package in "${packages[@]}"; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "not root: not installing ${missing[*]}"
        return 0
    fi
    say "installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update || die "apt-get update fails: no package can be installed"
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null || die "apt-get cannot install ${missing[*]}"
}

fetch_peers() {
    local peer peers=(proto promtool prometheus victoria-metrics node_exporter collector)
    if [ "$(id -u)" -eq 0 ]; then
        peers+=(machine)
    else
        echo "not root: left out are the tests in a booted machine (systemd-nspawn) and in network namespaces"
    fi
    for peer in "${peers[@]}"; do
        tests/peers/get "$peer" || die "the peer $peer cannot be had"
    done
}

# Runs one test project and adds its counts. A run that ends without counts is one failure.
passed=0 failed=0 skipped=0
run_project() {
    local output=$scratch/output status=0
    say "$1"
    dotnet test --project "$1" -c Release --no-build --no-ansi --no-progress </dev/null 2>&1 | tee "$output" || status=$?
    count() { sed -n "s/^ *$1: *\([0-9]*\).*/\1/p" "$output" | tail -n 1; }
    local good bad left
    good=$(count succeeded) bad=$(count failed) left=$(count skipped)
    if [ "$status" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then
        bad=1
    fi
    passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0})) skipped=$((skipped + ${left:-0}))
}

command -v dotnet >/dev/null || die "the .NET SDK is not here (dotnet)"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PROBE_TESTS_FAULTS=$scratch/faults

install_packages
fetch_peers
say "building"
dotnet build Probe.sln -c Release -v q --nologo || die "the solution does not build"
for project in tests/*Tests/*.csproj; do
    run_project "$project"
done

# The table of faults is made from what the tests saw. It is committed; a whole run that sees something else says so.
write_faults() {
    echo "# Faults injected, and what was observed"
    echo
    echo "Made by \`UPDATE_GOLDEN=1 tests/run.sh\` from the tests' own output; the ids are those of the project's list of faults."
    echo
    echo "| id | injected | observed | verdict |"
    echo "| --- | --- | --- | --- |"
    sort -u "$PROBE_TESTS_FAULTS" | sort -s -n | sed 's/.*/| & |/'
}

check_faults() {
    say "faults"
    write_faults | tee "$scratch/faults.md"
    if [ -n "${UPDATE_GOLDEN:-}" ]; then
        cp "$scratch/faults.md" tests/faults.md
    elif ! diff -u tests/faults.md "$scratch/faults.md"; then
        echo "tests/run.sh: tests/faults.md is not what the tests saw: UPDATE_GOLDEN=1 tests/run.sh writes it"
    fi
}

if [ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ]; then
    check_faults
fi
say "done"
closing="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || closing+=", $skipped skipped"
echo "$closing"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
