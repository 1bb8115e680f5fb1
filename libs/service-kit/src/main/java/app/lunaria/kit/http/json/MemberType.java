package app.lunaria.kit.http.json;

import app.lunaria.kit.problem.ProblemType;
import app.lunaria.redaction.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a member of a request is read; there is no conversion between kinds of JSON values. */
sealed interface MemberType {

  /**
   * The value, or null if it is not one of this type, which is then among the binder's mistakes.
   */
  @Nullable Object read(JsonNode member, String pointer, RecordBinder binder);

  /**
   * The way to read a component of this type.
   *
   * @throws IllegalStateException for a type that no request has yet
   */
  static MemberType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      MemberType inner = of(generic.getActualTypeArguments()[0]);
      if (generic.getRawType() == java.util.Optional.class) {
        return new Maybe(inner);
      }
      if (generic.getRawType() == List.class) {
        return new Several(inner);
      }
      if (generic.getRawType() == Sensitive.class) {
        return new Hidden(inner);
      }
    }
    if (type instanceof Class<?> plain) {
      if (plain.isRecord()) {
        return new Nested(plain);
      }
      for (Scalar scalar : Scalar.values()) {
        if (scalar.plain == plain || scalar.boxed == plain) {
          return scalar;
        }
      }
    }
    throw new IllegalStateException("a request record has a component of a type not known here");
  }

  /** An optional member; absence is judged by the object that holds it. */
  record Maybe(MemberType inner) implements MemberType {
    @Override
    public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
      return inner.read(member, pointer, binder);
    }
  }

  /** A value that must not be shown. */
  record Hidden(MemberType inner) implements MemberType {
    @Override
    public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
      Object value = inner.read(member, pointer, binder);
      return value == null ? null : Sensitive.of(value);
    }
  }

  /** An array; null is no element. */
  record Several(MemberType inner) implements MemberType {
    @Override
    public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
      if (!member.isArray()) {
        return binder.mistake(ProblemType.MALFORMED_JSON, pointer);
      }
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < member.size(); i++) {
        Object element = inner.read(member.get(i), pointer + "/" + i, binder);
        if (element != null) {
          elements.add(element);
        }
      }
      return List.copyOf(elements);
    }
  }

  /** An object. */
  record Nested(Class<?> type) implements MemberType {
    @Override
    public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
      return binder.record(member, type, pointer);
    }
  }

  /** A single value. */
  enum Scalar implements MemberType {
    TEXT(String.class, String.class) {
      @Override
      @Nullable Object valueOf(JsonNode member) {
        return member.textValue();
      }
    },
    TRUTH(boolean.class, Boolean.class) {
      @Override
      @Nullable Object valueOf(JsonNode member) {
        return member.isBoolean() ? member.booleanValue() : null;
      }
    },
    WHOLE_NUMBER(int.class, Integer.class) {
      @Override
      @Nullable Object valueOf(JsonNode member) {
        return member.isIntegralNumber() && member.canConvertToInt() ? member.intValue() : null;
      }
    },
    NUMBER(double.class, Double.class) {
      @Override
      @Nullable Object valueOf(JsonNode member) {
        return member.isNumber() ? member.doubleValue() : null;
      }
    },
    DAY(LocalDate.class, LocalDate.class) {
      @Override
      @Nullable Object valueOf(JsonNode member) {
        String text = member.textValue();
        return text != null && DAY_FORM.matcher(text).matches() ? text : null;
      }

      @Override
      public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
        Object text = super.read(member, pointer, binder);
        if (text == null) {
          return null;
        }
        try {
          return LocalDate.parse((String) text, DAY_OF_THE_CALENDAR);
        } catch (DateTimeParseException noSuchDay) {
          return binder.mistake(ProblemType.IMPOSSIBLE_DATE, pointer);
        }
      }
    };

    private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final DateTimeFormatter DAY_OF_THE_CALENDAR =
        DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private final Class<?> plain;
    private final Class<?> boxed;

    Scalar(Class<?> plain, Class<?> boxed) {
      this.plain = plain;
      this.boxed = boxed;
    }

    /** The value, or null if the member is of another kind. */
    abstract @Nullable Object valueOf(JsonNode member);

    @Override
    public @Nullable Object read(JsonNode member, String pointer, RecordBinder binder) {
      Object value = valueOf(member);
      return value == null ? binder.mistake(ProblemType.MALFORMED_JSON, pointer) : value;
    }
  }
}
