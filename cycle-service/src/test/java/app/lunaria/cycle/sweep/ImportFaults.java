package app.lunaria.cycle.sweep;

import app.lunaria.testkit.sweep.Canary;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.Fault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that are no export, or end before their end. */
final class ImportFaults {
  private ImportFaults() {}

  /**
   * @param endpoint its file is a right one
   */
  static List<Fault> of(Endpoint endpoint) {
    String right = endpoint.body(endpoint.members());
    List<Fault> faults = new ArrayList<>();
    truncated(right)
        .forEach((name, file) -> faults.add(refused(endpoint, name, file, "truncated-import")));
    unknown(right)
        .forEach((name, file) -> faults.add(refused(endpoint, name, file, "unknown-format")));
    bytes(right)
        .forEach(
            (name, file) ->
                faults.add(Fault.of(endpoint, name, r -> r.body(file), 422, "unknown-format")));
    return faults;
  }

  private static Map<String, String> truncated(String right) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("empty", "");
    files.put("of one brace", "{");
    files.put("of one bracket", "[");
    files.put("without its last byte", right.stripTrailing().substring(0, right.length() - 1));
    files.put("cut in the middle", right.substring(0, right.length() / 2));
    files.put("cut within a text", right.substring(0, right.indexOf("period") + 3));
    files.put("cut behind a comma", right.substring(0, right.indexOf("},") + 2));
    files.put("cut behind a colon", right.substring(0, right.indexOf(':') + 1));
    return files;
  }

  private static Map<String, String> unknown(String right) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("null", "null");
    files.put("a number", "7");
    files.put("a text", "\"" + Canary.TEXT + "\"");
    files.put("an empty object", "{}");
    files.put("numbers", "[1,2,3]");
    files.put("texts", "[\"" + Canary.TEXT + "\"]");
    files.put("another object", "{\"" + Canary.TEXT + "\":[]}");
    files.put("data that is no array", "{\"data\":5}");
    files.put("a day of ours", "{\"day\":\"2024-02-29\",\"flow\":\"medium\"}");
    files.put("Flo's", "{\"operationalData\":{\"cycles\":[]}}");
    files.put("Apple's", "<?xml version=\"1.0\"?><!DOCTYPE HealthData><HealthData/>");
    files.put(
        "with an entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
    files.put("drip's", "date,temperature.value,bleeding.value\n2024-02-29,36.5,2\n");
    files.put("words", Canary.TEXT + " " + Canary.TEXT);
    files.put("spaces", " \n\t ");
    files.put("single quotes", right.replace('"', '\''));
    files.put("two files", right + right);
    files.put("with words behind", right + Canary.TEXT);
    files.put("17 levels deep", "[".repeat(17) + "]".repeat(17));
    files.put("17 levels deep in a value", deep(right, 17));
    files.put("a million levels deep", "[".repeat(1_000_000));
    return files;
  }

  private static Map<String, byte[]> bytes(String right) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a zip", HexFormat.of().parseHex("504b0304140000000800"));
    files.put("a gzip", HexFormat.of().parseHex("1f8b0800000000000003"));
    files.put("zeros", new byte[64 * 1024 + 1]);
    files.put("in UTF-16", right.getBytes(StandardCharsets.UTF_16));
    files.put(
        "not in UTF-8",
        right.replace("period", "p\u00e4riod").getBytes(StandardCharsets.ISO_8859_1));
    return files;
  }

  private static String deep(String right, int levels) {
    return right.replaceFirst(
        "\"value\":", "\"value\":" + "[".repeat(levels) + "]".repeat(levels) + ",\"more\":");
  }

  private static Fault refused(Endpoint endpoint, String name, String file, String slug) {
    return Fault.body(endpoint, "file " + name, file, 422, slug);
  }
}
