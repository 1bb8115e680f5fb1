# Sourced by ./mvnw and ./lunaria: sets JAVA_HOME to a JDK 25 or later, or says in one sentence what is missing and exits 3.

jdk_release() { # the major version of the JDK in the folder $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
  found=""
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk*; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    release=$(jdk_release "$home") || continue
    [ -n "$release" ] || continue
    if [ "$release" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
    [ -n "$found" ] || found="$release ($home)"
  done
  echo "error: JDK 25 is needed, found ${found:-none}; install any JDK 25 (Temurin, Corretto, Zulu ...) or set JAVA_HOME to one, and run this again" >&2
  exit 3
}

find_jdk
