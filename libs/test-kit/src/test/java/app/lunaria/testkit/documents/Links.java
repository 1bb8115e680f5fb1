package app.lunaria.testkit.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Follows the links inside a checkout. A link to a Java file is written {@code Class} or {@code
 * Class.method}, and both have to be there.
 */
final class Links {
  private static final Pattern FOREIGN = Pattern.compile("[a-z]+:.*");

  private final Checkout checkout;

  Links(Checkout checkout) {
    this.checkout = checkout;
  }

  /** What does not lead where it says, a sentence each. */
  List<String> broken() {
    List<String> broken = new ArrayList<>();
    for (Document document : checkout.documents()) {
      for (Document.Reference link : document.references()) {
        fault(document, link).ifPresent(fault -> broken.add(link.place() + ": " + fault));
      }
    }
    return broken;
  }

  private Optional<String> fault(Document document, Document.Reference link) {
    if (FOREIGN.matcher(link.target()).matches()) {
      return Optional.empty();
    }
    String[] parts = link.target().split("#", 2);
    Path target =
        parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]).normalize();
    if (!target.startsWith(checkout.root()) || !Files.exists(target)) {
      return Optional.of("there is no " + link.target());
    }
    if (parts.length == 2 && !Document.read(checkout.root(), target).anchors().contains(parts[1])) {
      return Optional.of("no heading makes " + link.target());
    }
    return target.toString().endsWith(".java") ? faultInCode(target, link) : Optional.empty();
  }

  private static Optional<String> faultInCode(Path target, Document.Reference link) {
    String[] name = link.words().split("\\.", 2);
    if (!target.getFileName().toString().equals(name[0] + ".java")) {
      return Optional.of(link.words() + " is not what " + target.getFileName() + " holds");
    }
    boolean there = name.length == 1 || declares(target, name[1]);
    return there ? Optional.empty() : Optional.of("there is no " + link.words());
  }

  /** Formatted code declares a member of a top-level class at the second column. */
  private static boolean declares(Path file, String method) {
    try {
      return Pattern.compile("(?m)^  \\S.*\\b" + Pattern.quote(method) + "\\(")
          .matcher(Files.readString(file))
          .find();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
