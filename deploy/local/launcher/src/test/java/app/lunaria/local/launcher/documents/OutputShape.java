package app.lunaria.local.launcher.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What a document shows of an output, beside what came out. Values differ from run to run; the
 * shape does not.
 */
public final class OutputShape {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern BAR = Pattern.compile("[▏▎▍▌▋▊▉█]+");
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{6}…");
  private static final Pattern TIME = Pattern.compile("\\d[\\d.,]* (ms|s|min)\\b");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

  private OutputShape() {}

  /** Whether every line that is shown came out, in order, but for numbers, ids, times and bars. */
  public static boolean isOfText(String shown, String output) {
    List<String> came = output.lines().map(OutputShape::withoutValues).toList();
    int from = 0;
    for (String line : shown.lines().map(OutputShape::withoutValues).toList()) {
      while (from < came.size() && !came.get(from).contains(line)) {
        from++;
      }
      if (from++ == came.size()) {
        return false;
      }
    }
    return true;
  }

  private static String withoutValues(String line) {
    String text = BAR.matcher(line).replaceAll("█");
    text = ID.matcher(text).replaceAll("id");
    text = TIME.matcher(text).replaceAll("time");
    return NUMBER.matcher(text).replaceAll("0").strip().replaceAll(" +", " ");
  }

  /** Whether it is JSON of the same members and types; of an array the first element tells. */
  static boolean isOfJson(String shown, String output) {
    try {
      return isOf(JSON.readTree(shown), JSON.readTree(output));
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  private static boolean isOf(JsonNode shown, JsonNode came) {
    if (shown.isArray() && came.isArray()) {
      return shown.isEmpty() == came.isEmpty()
          && (shown.isEmpty() || isOf(shown.get(0), came.get(0)));
    }
    return shown.getNodeType() == came.getNodeType()
        && names(shown).equals(names(came))
        && names(shown).stream().allMatch(name -> isOf(shown.get(name), came.get(name)));
  }

  private static TreeSet<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    StreamSupport.stream(object.properties().spliterator(), false)
        .forEach(member -> names.add(member.getKey()));
    return names;
  }
}
