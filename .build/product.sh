# Builds the product; sourced by ./roster and ./verify after find_jdk. Needs $root.

product=$root/server/target/roster
product_log=$root/server/target/build.log
product_modules="core http store-jdbc remote spring-boot-starter server"

# Whether the built product is as new as its sources. Runs before every command: one find, no more.
product_is_fresh() {
  local module sources=("$root/pom.xml")
  [ -f "$product/.built" ] || return 1
  for module in $product_modules; do
    [ -d "$root/$module/src/main" ] && sources+=("$root/$module/pom.xml" "$root/$module/src/main")
  done
  [ -z "$(find "${sources[@]}" -newer "$product/.built" -print 2>/dev/null | head -n 1)" ]
}

# Prints the Maven to use: the installed one, else the wrapper that fetches its own.
maven() {
  command -v mvn || echo "$root/mvnw"
}

# Builds once, however many ask for it at the same time.
build_product() {
  mkdir -p "$root/server/target"
  exec 9>"$root/server/target/build.lock"
  lock_descriptor_9
  if ! product_is_fresh; then
    build_product_locked || return 1
  fi
  exec 9>&-
}

# A lock of the kernel's: it is gone when its holder is, however that ended.
lock_descriptor_9() {
  if command -v flock >/dev/null; then
    flock 9
  else
    perl -e 'use Fcntl ":flock"; open(my $f, ">&=", 9) or die $!; flock($f, LOCK_EX) or die $!'
  fi
}

build_product_locked() {
  local started=$SECONDS began=$root/server/target/build.began
  if [ -d "$HOME/.m2/repository/org/springframework/boot" ]; then
    echo "Building Roster, a minute or less (log: $product_log) ..." >&2
  else
    echo "Building Roster for the first time, a minute or two (log: $product_log) ..." >&2
  fi
  # A server that runs from the old files keeps them: they are removed, never overwritten.
  rm -rf "$product"
  : >"$began"
  if ! (cd "$root" && "$(maven)" -B -ntp -Pquick -pl server -am package 9>&-) >"$product_log" 2>&1; then
    echo "The build failed:" >&2
    grep -E '^\[ERROR\]|^Error|rror:' "$product_log" | head -n 20 >&2 || tail -n 20 "$product_log" >&2
    echo "The whole log is in $product_log" >&2
    return 1
  fi
  make_start_cache >>"$product_log" 2>&1
  # From the beginning of the build: what was edited during it counts as newer.
  mv "$began" "$product/.built"
  echo "Built in $((SECONDS - started)) s." >&2
}

# Whether there is a cache for quick starts that fits this java and every jar.
start_cache_is_fresh() {
  [ -f "$product/start.cache" ] && cmp -s "$product/start.jdk" "$JAVA_HOME/release" \
    && [ -z "$(find "$product" -name '*.jar' -newer "$product/start.cache" -print | head -n 1)" ]
}

# Plays one client's way through a server, and keeps the classes it took for quicker starts.
# A start without the cache only takes longer: that it can't be made is no failure.
make_start_cache() {
  rm -f "$product/start.cache" "$product/start.jdk"
  . "$root/.build/java.sh"
  if "$JAVA_HOME/bin/java" "${java_options[@]}" "$(start_cache make "$product/start.cache")" \
    -cp "$product/roster-server.jar" io.roster.server.Main rehearse 9>&-; then
    cp "$JAVA_HOME/release" "$product/start.jdk"
  else
    rm -f "$product/start.cache"
  fi
}
