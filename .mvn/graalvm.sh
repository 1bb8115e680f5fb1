# Sourced by ./mvnw and .ci/run where a service is to be built natively. What is missing is said in one sentence.

need_service() { # exits 2 unless the checkout $1 has a service $2
  [ -n "$2" ] && [ -f "$1/$2/src/main/resources/application.properties" ] && return 0
  echo "error: there is no service '$2' to build natively; there are $(services "$1" | paste -sd ' ' - | sed 's/ / and /g')" >&2
  exit 2
}

services() { # of the checkout $1, a line each
  for home in "$1"/*-service; do
    [ ! -f "$home/src/main/resources/application.properties" ] || basename "$home"
  done
}

find_graalvm() { # sets GRAALVM_HOME for the checkout $1, or returns 3
  if [ -n "${GRAALVM_HOME:-}" ]; then
    [ -x "$GRAALVM_HOME/bin/native-image" ] && return 0
    echo "error: GRAALVM_HOME has no bin/native-image; set it to a GraalVM or Mandrel of JDK 25" >&2
    return 3
  fi
  kit="$1/../shared/native-image/install-native-image.sh"
  if [ ! -f "$kit" ]; then
    echo "error: a native build needs a GraalVM or Mandrel of JDK 25; set GRAALVM_HOME to one, and run this again" >&2
    return 3
  fi
  # It assembles one from packages in some twenty seconds, and in none when that was done before.
  if ! said=$(JDK25_HOME="${JDK25_HOME:-$JAVA_HOME}" bash "$kit" "$1/.mvn/graalvm" 2>&1); then
    echo "error: no GraalVM could be assembled beside this checkout: $(printf '%s\n' "$said" | tail -n 1)" >&2
    return 3
  fi
  GRAALVM_HOME="$1/.mvn/graalvm"
  export GRAALVM_HOME
}

need_graalvm() { find_graalvm "$1" || exit 3; }
