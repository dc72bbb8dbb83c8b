#!/usr/bin/env bash
# Makes the container image where no registry is in reach, as an archive for `docker load` and `podman load`:
#
#   build/debian-image.sh unleash-pat.tar                      publishes, and makes the image
#   build/debian-image.sh unleash-pat.tar --published FOLDER   makes it of what `dotnet publish` has written to a folder
#
# It is the image of `dotnet publish -t:PublishContainer` (docs/deployment.md) on another base: the .NET runtime and the
# Debian or Ubuntu packages that are installed on this machine, without a shell and a package manager. Keep the machine
# updated: the image has its libraries. It needs the .NET SDK and Debian's tar, gzip and dpkg; neither root nor a network.
set -euo pipefail
archive=$(realpath -m "${1:?usage: build/debian-image.sh ARCHIVE [--published FOLDER]}")
published=${3:+$(realpath "$3")}
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
dotnet_root=$(dirname "$(readlink -f "$(command -v dotnet)")")
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The packages of Microsoft's image "chiseled-extra": those of .NET, ICU and the time zones.
packages() {
  printf '%s\n' base-files ca-certificates libc6 libgcc-s1 libstdc++6 tzdata
  newest libicu[0-9]*
  newest libssl[0-9]*
}

newest() { dpkg-query --show --showformat '${db:Status-Abbrev} ${Package}\n' "$1" | sed -n 's/^ii  *//p' | grep -v -- '-' | sort --version-sort | tail -1; }

# Copies a package's files, and what dpkg knows of it, which scanners for vulnerable packages read. Left out: manuals, and
# what iconv converts between. Paths are those on the disk, where /lib is a link to /usr/lib.
package() {
  local file real
  dpkg-query --listfiles "$1" | grep -Ev '/(man|doc-base|lintian|locale|gconv|gcc|gdb|update-motd.d)(/|$)|^/etc/issue|^/usr/share/doc/.*/(README|changelog|NEWS|TODO|examples)|^/(bin|sbin|usr/s?bin)/|^/var/' |
    while read -r file; do
      real=$(realpath --no-symlinks "$(realpath "$(dirname "$file")")/$(basename "$file")")
      if [ -f "$real" ] || [ -h "$real" ]; then
        printf '%s\n' "${real#/}"
      fi
    done | sort -u | tar --create --directory / --files-from - | tar --extract --directory "$root"
  dpkg-query --status "$1" > "$root/var/lib/dpkg/status.d/$1"
}

debian_layer() {
  mkdir -p "$root"/{etc/ssl/certs,home/app,tmp,usr/bin,usr/lib/ssl,usr/lib64,var/lib/dpkg/status.d}
  ln -s usr/bin "$root/bin"
  ln -s usr/lib "$root/lib"
  ln -s usr/lib64 "$root/lib64"
  local name
  for name in $(packages); do
    package "$name"
  done

  # Threat: this machine trusts certificates that others must not, a proxy's for example. So not its own bundle.
  cat "$root"/usr/share/ca-certificates/mozilla/*.crt > "$root/etc/ssl/certs/ca-certificates.crt"
  ln -s /etc/ssl/certs "$root/usr/lib/ssl/certs"
  ln -s /etc/ssl/certs/ca-certificates.crt "$root/usr/lib/ssl/cert.pem"

  # The names and numbers of Microsoft's images.
  printf 'root:x:0:0:root:/root:/sbin/nologin\napp:x:1654:1654::/home/app:/sbin/nologin\n' > "$root/etc/passwd"
  printf 'root:x:0:\napp:x:1654:\n' > "$root/etc/group"
  printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
  chmod 1777 "$root/tmp"
  layer
}

runtime_layer() {
  local version folder
  version=$(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \(10\.[^ ]*\) .*/\1/p' | sort --version-sort | tail -1)
  mkdir -p "$root/usr/share/dotnet" "$root/usr/bin"
  for folder in host/fxr shared/Microsoft.NETCore.App shared/Microsoft.AspNetCore.App; do
    (cd "$dotnet_root" && cp --recursive --parents "$folder/$version" "$root/usr/share/dotnet/")
  done
  cp "$dotnet_root"/{dotnet,LICENSE.txt,ThirdPartyNotices.txt} "$root/usr/share/dotnet/"
  ln -s ../share/dotnet/dotnet "$root/usr/bin/dotnet"
  layer
}

# Adds what is in $root as a layer, and empties it.
layer() {
  local tar=$work/layer.tar blob
  tar --create --file "$tar" --directory "$root" --sort name --mtime @0 --numeric-owner --owner 0 --group 0 .
  diff_ids+=("\"sha256:$(digest "$tar")\"")
  gzip --no-name -1 "$tar"
  blob=$(store "$tar.gz")
  layers+=("{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\",$blob}")
  rm -rf "$root"
}

digest() { sha256sum "$1" | cut -d ' ' -f 1; }

# Moves a file to where the registry serves it from, and writes its descriptor.
store() {
  local hash size
  hash=$(digest "$1") size=$(stat --format %s "$1")
  mkdir -p "$work/registry/blobs"
  mv "$1" "$work/registry/blobs/sha256:$hash"
  echo "\"digest\":\"sha256:$hash\",\"size\":$size"
}

joined() { local IFS=,; echo "$*"; }

base_image() {
  diff_ids=() layers=()
  debian_layer
  runtime_layer
  echo "{\"architecture\":\"$(dpkg --print-architecture)\",\"os\":\"linux\",\"config\":{\"User\":\"1654\",\"Env\":[\"PATH=/usr/bin\",\"HOME=/home/app\"]},\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[$(joined "${diff_ids[@]}")]}}" > "$work/config.json"
  local config
  config=$(store "$work/config.json")
  mkdir -p "$work/registry/manifests"
  echo "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",$config},\"layers\":[$(joined "${layers[@]}")]}" > "$work/registry/manifests/installed"
}

mkdir "$root"
base_image

# The labels that name the base would name an address that is gone.
target=(publish src/Unleash.Pat.Api --configuration Release -t:PublishContainer)
if [ -n "$published" ]; then
  target=(msbuild src/Unleash.Pat.Api -p:Configuration=Release -t:PublishContainer "-p:PublishDir=$published/")
fi
dotnet run build/serve-image.cs -- "$work/registry" \
  dotnet "${target[@]}" --nologo "-p:ContainerArchiveOutputPath=$archive" \
  "-p:ContainerBaseImage={registry}/debian:installed" \
  -p:ContainerGenerateLabelsImageBaseName=false -p:ContainerGenerateLabelsImageBaseDigest=false
