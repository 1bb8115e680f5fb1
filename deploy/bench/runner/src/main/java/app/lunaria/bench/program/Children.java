package app.lunaria.bench.program;

/** The processes that this one has started: none of them outlives it. */
public final class Children {
  private Children() {}

  /** From now on whatever ends this process, SIGKILL aside, ends its children first. */
  public static void endWithThis() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy),
                "end-children"));
  }
}
