# How java is started; sourced by ./roster and .build/product.sh after find_jdk. Needs $product.

java_version=$(jdk_release "$JAVA_HOME")
java_options=(
  # SQLite is reached through a native library.
  --enable-native-access=ALL-UNNAMED
  -Dfile.encoding=UTF-8
)
# Bounded, whatever the machine has; and the collector that costs a request the least. ROSTER_JAVA_OPTS
# comes after these and may name others.
java_options+=(-Xmx1g)
case ${ROSTER_JAVA_OPTS:-} in *-XX:+Use*GC*) ;; *) java_options+=(-XX:+UseParallelGC) ;; esac
# One of Jetty's and SQLite's friends still asks for it.
[ "$java_version" -lt 24 ] || java_options+=(--sun-misc-unsafe-memory-access=allow)

# Prints the options that write the classes of a start to a file, or that read them from there.
# From Java 25 on they are kept linked, in an AOT cache; before, in a class-data archive.
start_cache() {
  local make=ArchiveClassesAtExit use=SharedArchiveFile
  if [ "$java_version" -ge 25 ]; then
    make=AOTCacheOutput use=AOTCache
  fi
  case $1 in
    make) echo "-XX:$make=$2" ;;
    use) echo "-XX:$use=$2" ;;
  esac
}

# A cache serves only the java that wrote it; without one the start takes longer, that is all.
if [ -f "$product/start.cache" ] && cmp -s "$product/start.jdk" "$JAVA_HOME/release"; then
  java_options+=("$(start_cache use "$product/start.cache")" -Xlog:cds=off)
  [ "$java_version" -lt 25 ] || java_options+=(-Xlog:aot=off)
fi
