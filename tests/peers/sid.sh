# shellcheck shell=bash
# Debian sid beside the machine's own Debian: packages are fetched and unpacked aside, never installed.
# The script that sources this sets $cache. The mirror is the one the machine's own sources name; they are read, never changed.

: "${cache:?}"

die() { echo "tests/peers: $*" >&2; exit 1; }

# Base address of the Debian mirror this machine uses.
machine_mirror() {
    local codename mirror
    codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
    mirror=$(apt-get -o Debug::NoLocking=1 update --print-uris 2>/dev/null |
        sed -n "s|^'\(.*\)/dists/$codename/InRelease'.*|\1|p" | head -n 1)
    if [ -z "$codename" ] || [ -z "$mirror" ]; then
        die "this machine's apt sources name no Debian mirror to take sid from"
    fi
    echo "$mirror"
}

# apt-get with lists, cache and state of its own. The empty status file makes every dependency show as missing.
sid_apt() {
    local apt=$cache/apt
    apt-get -qq -o Dir::Etc::SourceList="$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
        -o Dir::State::Lists="$apt/lists" -o Dir::State::status="$apt/status" -o Dir::State="$apt" -o Dir::Cache="$apt/cache" \
        -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o Acquire::Retries=3 -o APT::Sandbox::User= \
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o APT::Install-Recommends=false "$@"
}

# The lists of sid, fetched once for each run of `get` that needs them.
sid_update() {
    [ -z "${sid_ready:-}" ] || return 0
    local apt=$cache/apt keys=/usr/share/keyrings/debian-archive-keyring.gpg mirror signed=
    mirror=$(machine_mirror) || exit 1
    [ ! -e "$keys" ] || signed="[signed-by=$keys] "
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status"
    echo "deb ${signed}$mirror sid main" >"$apt/sources.list"
    sid_apt update >&2 || die "the package lists of Debian sid cannot be had from the machine's own mirror"
    sid_ready=yes
}

# sid_unpack FOLDER PACKAGE...: downloads these packages, no others, and unpacks them into FOLDER.
sid_unpack() {
    local folder=$1 debs
    shift
    debs=$(mktemp -d "$cache/debs.XXXXXX")
    (cd "$debs" && sid_apt download "$@" >&2) || die "Debian sid does not give: $*"
    mkdir -p "$folder"
    find "$debs" -name '*.deb' -print0 | xargs -0 -P 2 -I{} dpkg -x {} "$folder" || die "cannot unpack: $*"
    rm -rf "$debs"
}

# Version of a package in sid, in the characters a file name may have.
sid_version() {
    local version
    version=$(sid_apt download --print-uris "$1" | sed -n "s|.* $1_\(.*\)_[^_]*\.deb .*|\1|p")
    [ -n "$version" ] || die "Debian sid has no package $1"
    echo "${version//%3a/:}"
}

# Every package that installing the named ones would bring, one a line.
sid_closure() {
    sid_apt install --print-uris -y "$@" | sed -n "s|^'[^']*' \([^_]*\)_.*|\1|p"
}
