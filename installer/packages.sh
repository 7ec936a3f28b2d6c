#!/usr/bin/env bash
# The Debian packages that this project needs, in one place. To be sourced:
#     . installer/packages.sh; kessai_install build test
# Groups: build (programs), test, look (screenshots and a window driven from outside), check (format, clang-tidy).

kessai_packages_build=(
    build-essential cmake ninja-build pkg-config ccache mold
    qt6-base-dev qt6-svg-dev qt6-charts-dev libqt6opengl6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libqt6sql6-sqlite libqt6sql6-psql qcoro-qt6-dev qtkeychain-qt6-dev
    libicu-dev libsqlite3-dev libpq-dev libsodium-dev libxlsxwriter-dev zlib1g-dev
    breeze-icon-theme fonts-ipaexfont-gothic
)
kessai_packages_test=(postgresql-15 librapidcheck-dev sqlite3)
kessai_packages_look=(python3 xvfb xauth xdotool imagemagick dbus at-spi2-core python3-pyatspi)
kessai_packages_check=(git clang-format clang-tidy)

# kessai_install GROUP… installs what is missing of these groups; asks nothing and needs nothing where all is there.
kessai_install() {
    local group missing=()
    for group in "$@"; do
        local -n packages=kessai_packages_$group
        local package
        for package in "${packages[@]}"; do
            kessai_is_installed "$package" || missing+=("$package")
        done
    done
    if [ ${#missing[@]} -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "Packages are missing and only root can install them: apt-get install ${missing[*]}" >&2
        return 1
    fi
    echo "== installing ${#missing[@]} Debian packages: ${missing[*]}"
    kessai_forbid_database_cluster
    kessai_apt_get update
    kessai_apt_get install --no-install-recommends "${missing[@]}"
}

kessai_is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

kessai_apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" \
        </dev/null >/dev/null
}

# postgresql-15 makes and starts a database of its own when installed, unless it finds this.
kessai_forbid_database_cluster() {
    local folder=/etc/postgresql-common/createcluster.d
    if [ ! -e $folder/no-cluster.conf ]; then
        mkdir -p $folder
        echo 'create_main_cluster = false' >$folder/no-cluster.conf
    fi
}
