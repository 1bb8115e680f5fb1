package app.lunaria.local.launcher.documents;

import app.lunaria.testkit.documents.Document;
import app.lunaria.testkit.documents.Document.Block;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Types what a document tells people to type, block by block and in order, into a shell at the root
 * of a checkout.
 *
 * <pre>
 * block of kind sh      commands, one a line; each has to end with exit code 0
 * text output           right behind it: the shape of lines that it prints, in order
 * json output           right behind it: the shape of the last line that it prints
 * </pre>
 */
final class DocumentedCommands {
  /** What is run here: our own command, and what sets a variable for it. */
  private static final Pattern HERE = Pattern.compile("\\./lunaria .*|(export )?\\w+=.*");

  private final Path root;
  private final Map<String, String> environment;

  DocumentedCommands(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = Map.copyOf(environment);
  }

  /** What does not work, a sentence each; nothing that comes after a fault is tried. */
  List<String> faults(Document document) throws IOException, InterruptedException {
    Typed typed = Typed.NOTHING;
    for (Block block : document.blocks()) {
      if (block.kind().equals("sh")) {
        typed = typed(block);
        if (!typed.fault().isEmpty()) {
          return List.of(block.place() + ": " + typed.fault());
        }
      } else if (typed.ran() && block.kind().endsWith(" output") && !isShape(block, typed)) {
        return List.of(block.place() + ": is not what is printed:\n" + typed.output());
      }
    }
    return List.of();
  }

  /**
   * What came of a block.
   *
   * @param ran whether all of it was run here
   */
  private record Typed(String output, boolean ran, String fault) {
    private static final Typed NOTHING = new Typed("", false, "");
  }

  private Typed typed(Block block) throws IOException, InterruptedException {
    List<String> lines = block.content().lines().map(DocumentedCommands::command).toList();
    List<String> here = lines.stream().filter(line -> !RunElsewhere.runs(line)).toList();
    for (String line : here) {
      if (!HERE.matcher(line).matches()) {
        return new Typed("", false, "nobody runs " + line);
      }
    }
    Typed typed = run(here);
    return here.size() == lines.size() ? typed : new Typed("", false, typed.fault());
  }

  private Typed run(List<String> lines) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("typed", ".txt");
    try {
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-e", "-c", String.join("\n", lines))
              .directory(root.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectError(errors.toFile());
      shell.environment().putAll(environment);
      Process process = shell.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      String fault =
          exit == 0 ? "" : "exit code %d\n%s%s".formatted(exit, output, Files.readString(errors));
      return new Typed(output, true, fault);
    } finally {
      Files.delete(errors);
    }
  }

  /** A line without the comment behind it. */
  private static String command(String line) {
    return line.replaceAll(" +# .*$", "").strip();
  }

  private static boolean isShape(Block block, Typed typed) {
    String output = typed.output();
    return block.kind().equals("json output")
        ? OutputShape.isOfJson(
            block.content(), output.substring(output.strip().lastIndexOf('\n') + 1))
        : OutputShape.isOfText(block.content(), output);
  }

  /** The documents that have anything to type. */
  static List<Document> among(List<Document> documents) {
    List<Document> found = new ArrayList<>(documents);
    found.removeIf(document -> document.blocks().stream().noneMatch(b -> b.kind().equals("sh")));
    return found;
  }
}
