package app.lunaria.cycle.portability.clue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Goes through an array or an object on whose beginning the parser stands. */
final class JsonWalk {
  /** Several times what any of Clue's objects has. */
  static final int MOST_MEMBERS = 256;

  /** Looks at one element, on which the parser stands; says whether it has the shape looked for. */
  interface Element {
    boolean read() throws IOException;
  }

  /** Looks at one member; the parser stands on its value. */
  interface Member {
    void read(String name) throws IOException;
  }

  private JsonWalk() {}

  /** Whether an element has the shape looked for, or there is none at all. */
  static boolean elements(JsonParser json, Element element) throws IOException {
    boolean empty = true;
    boolean recognised = false;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      empty = false;
      recognised |= element.read();
      json.skipChildren();
    }
    return empty || recognised;
  }

  /**
   * Reads the members. Of those of one name it is the first, and none after {@value #MOST_MEMBERS}.
   *
   * @return whether that were all
   */
  static boolean members(JsonParser json, Member member) throws IOException {
    Set<String> names = new HashSet<>();
    boolean all = true;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      boolean read = names.size() < MOST_MEMBERS && names.add(name);
      all &= read;
      json.nextToken();
      if (read) {
        member.read(name);
      }
      json.skipChildren();
    }
    return all;
  }
}
