# Finds a JDK; sourced by ./roster and ./verify, so it must stay quick and work with bash 3.2.

# Prints the feature release of the JDK in $1; fails when there is no compiler in it.
jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  local line version=
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
    done <"$1/release"
  fi
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | awk '/version/ {print $3; exit}')
  version=${version//\"/}
  version=${version#1.}
  version=${version%%[!0-9]*}
  [ -n "$version" ] && echo "$version"
}

# Prints where JDKs are usually found, one directory a line; patterns stay for the caller to expand.
jdk_places() {
  local program
  program=$(command -v javac 2>/dev/null) && program=$(resolve_link "$program") \
    && echo "${program%/bin/javac}"
  local dir
  # ROSTER_JDK_PATH replaces the usual places, for unusual machines; separated by colons.
  local IFS=:
  for dir in ${ROSTER_JDK_PATH-/usr/lib/jvm:/usr/java:/opt:/opt/java:/usr/local/lib/jvm:$HOME/.sdkman/candidates/java:$HOME/.jdks:/Library/Java/JavaVirtualMachines:/opt/homebrew/opt}; do
    [ -d "$dir" ] && printf '%s\n' "$dir"/* "$dir"/*/Contents/Home
  done
  return 0
}

# Prints the file a chain of symbolic links ends at; macOS has no readlink -f.
resolve_link() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in /*) path=$target ;; *) path=$(dirname "$path")/$target ;; esac
  done
  echo "$(cd "$(dirname "$path")" && pwd -P)/$(basename "$path")"
}

# Sets and exports JAVA_HOME to a JDK of at least release $1: the one already set, else the newest.
find_jdk() {
  local least=$1 found best= newest=0 home
  if [ -n "${JAVA_HOME:-}" ] && found=$(jdk_release "$JAVA_HOME") && [ "$found" -ge "$least" ]; then
    export JAVA_HOME
    return 0
  fi
  while IFS= read -r home; do
    if found=$(jdk_release "$home") && [ "$found" -gt "$newest" ]; then
      newest=$found best=$home
    fi
  done < <(jdk_places)
  if [ "$newest" -lt "$least" ]; then
    no_jdk "$least" "$newest"
    return 1
  fi
  export JAVA_HOME=$best
}

no_jdk() {
  local found="none was found"
  [ "$2" -gt 0 ] && found="the newest found is $2"
  cat >&2 <<END
Roster needs a JDK of version $1 or newer (a full JDK, with javac); $found.
Install one, for example:
  Debian, Ubuntu   sudo apt install openjdk-21-jdk-headless
  Fedora           sudo dnf install java-21-openjdk-devel
  macOS            brew install openjdk
  anywhere         https://adoptium.net/temurin/releases/
or set JAVA_HOME to the one you have.
END
}
