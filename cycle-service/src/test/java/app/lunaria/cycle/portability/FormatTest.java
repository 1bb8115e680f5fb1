package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.TOMORROW;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.option;
import static app.lunaria.cycle.portability.Exported.read;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken for Clue's, and which for nobody's. */
class FormatTest {
  private static final String PERIOD = measurement("period", "2026-01-05", option("light"));
  private static final String BACKUP = "{\"data\":[{\"day\":\"2026-01-05\",\"period\":\"light\"}]}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \n",
        "\ufeff",
        "PK\u0003\u0004",
        "<?xml version=\"1.0\"?><HealthData locale=\"en\"><Record type=\"x\"/></HealthData>",
        "date,temperature.value,temperature.exclude\n2026-01-05,36.5,false\n",
        "null",
        "12",
        "\"text\"",
        "hello",
        "{}",
        "{\"operationalData\":{\"cycles\":[{\"period_start_date\":\"2026-01-05 00:00:00.0\"}]}}",
        "{\"schemaVersion\":1,\"days\":[{\"day\":\"2026-01-05\",\"flow\":\"light\"}]}",
        "{\"data\":{\"day\":\"2026-01-05\",\"period\":\"light\"}}",
        "{\"data\":[1,[],null]}",
        "{\"data\":[{\"date\":\"2026-01-05\",\"period\":\"light\"}]}",
        "{\"data\":[{\"day\":20260105,\"period\":\"light\"}]}",
        "{\"data\":[],\"data\":[{\"day\":\"2026-01-05\",\"period\":\"light\"}]}",
        "{\"a\":1,\"a\":2,\"data\":[]}",
        "[1,2]",
        "[{\"a\":1}]",
        "[[{\"type\":\"period\",\"date\":\"2026-01-05\",\"value\":{\"option\":\"light\"}}]]",
        "[{\"type\":\"period\",\"date\":\"2026-01-05\"}]",
        "[{\"type\":\"period\",\"date\":\"2026-01-05\",\"value\":null}]",
        "[{\"type\":\"period\",\"value\":{\"option\":\"light\"}}]",
        "[{\"date\":\"2026-01-05\",\"value\":{\"option\":\"light\"}}]",
        "[{\"type\":1,\"date\":\"2026-01-05\",\"value\":{\"option\":\"light\"}}]",
      })
  void whatIsNoExportOfClueIsOfUnknownFormat(String text) {
    assertThat(read(text)).isEqualTo(new ReadExport.UnknownFormat());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s][]",
        "[%s]x",
        "[%s]null",
        "[%s,]",
        "[%s}",
        "[%s,NaN]",
        "[%s,{\"type\":\"bbt\",\"date\":\"2026-01-06\",\"value\":{\"celsius\":NaN}}]",
        "[%s,{\"type\":\"bbt\",\"date\":\"2026-01-06\",\"value\":{\"celsius\":-Infinity}}]",
        "[%s,{type:\"pms\"}]",
        "[%s,{'type':'pms'}]",
        "[%s,/* */{}]",
        "[%s,01]",
        "[%s,\"\t\"]",
        "[%s,\"\\x\"]",
        "[%s,nope]",
      })
  void whatIsNoJsonIsOfUnknownFormatWhateverStoodBefore(String pattern) {
    assertThat(read(pattern.formatted(PERIOD))).isEqualTo(new ReadExport.UnknownFormat());
  }

  @Test
  void exportsAreToldByTheirContent() {
    assertThat(understood("[" + PERIOD + "]").days()).hasSize(1);
    assertThat(understood(BACKUP).days()).hasSize(1);
    assertThat(understood("{\"version\":5,\"settings\":{\"a\":[{}]}," + BACKUP.substring(1)).days())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", " [ ]\n", "{\"data\":[]}", "\ufeff[]"})
  void anExportWithoutADayIsAnExport(String text) {
    assertThat(understood(text).days()).isEmpty();
    assertThat(understood(text).notUnderstood()).isEmpty();
  }

  @Test
  void aByteOrderMarkInFrontIsAccepted() {
    assertThat(understood("\ufeff[" + PERIOD + "]").days()).hasSize(1);
    assertThat(read("\ufeff\ufeff[" + PERIOD + "]")).isEqualTo(new ReadExport.UnknownFormat());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void otherEncodingsAreOfUnknownFormat(String charset) {
    byte[] file = ("[" + PERIOD + "]").getBytes(Charset.forName(charset));

    assertThat(Exports.read(file, TOMORROW)).isEqualTo(new ReadExport.UnknownFormat());
  }

  @Test
  void whatIsNotUtf8IsOfUnknownFormatEvenWhereNobodyLooks() {
    String text = "[" + PERIOD + ",{\"ignored\":\"Müde\"}]";

    assertThat(read(text)).isInstanceOf(ReadExport.Understood.class);
    assertThat(Exports.read(text.getBytes(StandardCharsets.ISO_8859_1), TOMORROW))
        .isEqualTo(new ReadExport.UnknownFormat());
  }

  @Test
  void sixteenLevelsAreReadAndSeventeenAreOfUnknownFormat() {
    assertThat(understood(nested(16)).days()).hasSize(1);
    assertThat(read(nested(17))).isEqualTo(new ReadExport.UnknownFormat());
  }

  private static String nested(int depth) {
    // The file's array, the record, and the arrays below.
    int arrays = depth - 2;
    return measurements(PERIOD, "{\"x\":%s1%s}".formatted("[".repeat(arrays), "]".repeat(arrays)));
  }

  @Test
  void aFewBadRecordsAmongGoodOnesAreReported() {
    ReadExport.Understood export =
        understood(
            measurements(
                "1",
                "[1]",
                "{\"a\":1}",
                "{\"type\":\"pain\",\"value\":[]}",
                "{\"type\":\"pain\",\"date\":\"2026-01-05\",\"value\":null}",
                "{\"type\":\"pain\",\"date\":5,\"value\":[]}",
                "{\"type\":\"energy\",\"date\":\"2026-01-05\",\"date\":\"2026-01-06\",\"value\":[]}",
                PERIOD));

    assertThat(export.days()).hasSize(1);
    assertThat(export.notUnderstood())
        .containsExactly(
            line("energy", 1, Reason.MALFORMED_RECORD),
            line("other", 3, Reason.MALFORMED_RECORD),
            line("pain", 3, Reason.MALFORMED_RECORD));
  }

  @Test
  void aRecordWithADoubledMemberIsReportedAndNotTaken() {
    String twoValues =
        "{\"type\":\"period\",\"date\":\"2026-01-05\",\"value\":{\"option\":\"light\"},\"value\":{\"option\":\"heavy\"}}";
    String twoIds =
        "{\"type\":\"period\",\"id\":1,\"id\":2,\"date\":\"2026-01-06\",\"value\":{\"option\":\"light\"}}";

    ReadExport.Understood export = understood(measurements(twoValues, twoIds));

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("period", 2, Reason.MALFORMED_RECORD));
  }

  @Test
  void aDayOfTheBackupWithADoubledMemberIsReportedAndNotTaken() {
    ReadExport.Understood export =
        understood("{\"data\":[{\"day\":\"2026-01-05\",\"pms\":true,\"pms\":false},7]}");

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("other", 2, Reason.MALFORMED_RECORD));
  }

  @Test
  void aRecordWithMoreMembersThanAnyHasIsReported() {
    String members =
        IntStream.range(0, 256)
            .mapToObj(i -> "\"m" + i + "\":0")
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    String crowded = "{" + members + "," + PERIOD.substring(1);

    ReadExport.Understood export = understood(measurements(crowded, PERIOD));

    assertThat(export.days()).hasSize(1);
    assertThat(export.notUnderstood()).containsExactly(line("other", 1, Reason.MALFORMED_RECORD));
  }
}
