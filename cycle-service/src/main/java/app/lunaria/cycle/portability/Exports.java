package app.lunaria.cycle.portability;

import app.lunaria.cycle.portability.clue.ClueExport;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the export files of other trackers. The format is judged by the content, never by a name; a
 * file is read in one pass, and beside the file itself only the days that come of it are kept.
 */
public final class Exports {
  private Exports() {}

  /**
   * What the file is.
   *
   * @param file the whole of it; who calls bounds its length
   * @param latestDay the last day that is not in the future
   */
  public static ReadExport read(byte[] file, LocalDate latestDay) {
    if (file.length == 0) {
      return new ReadExport.Truncated();
    }
    JsonFile json = new JsonFile(file);
    if (!json.beginsLikeOne()) {
      return new ReadExport.UnknownFormat();
    }
    try (JsonParser parser = json.parser()) {
      return read(json, parser, latestDay);
    } catch (CharacterCodingException notUtf8) {
      return truncatedIf(json.endsInsideCharacter());
    } catch (JsonProcessingException beyondLimits) {
      return new ReadExport.UnknownFormat();
    } catch (IOException impossible) {
      throw new IllegalStateException("reading from memory failed");
    }
  }

  private static ReadExport read(JsonFile json, JsonParser parser, LocalDate latestDay)
      throws IOException {
    try {
      Optional<ReadExport.Understood> clue = ClueExport.read(parser, latestDay);
      return clue.isPresent() && parser.nextToken() == null
          ? clue.get()
          : new ReadExport.UnknownFormat();
    } catch (JsonEOFException ended) {
      return new ReadExport.Truncated();
    } catch (JsonParseException malformed) {
      return truncatedIf(json.endsInsideWord(parser));
    }
  }

  private static ReadExport truncatedIf(boolean endsTooEarly) {
    return endsTooEarly ? new ReadExport.Truncated() : new ReadExport.UnknownFormat();
  }
}
