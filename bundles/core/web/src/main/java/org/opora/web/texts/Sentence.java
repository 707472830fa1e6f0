package org.opora.web.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One text, parsed once. Most texts are plain or only insert a word; those are put together here,
 * and only plural forms and choices go through ICU, whose formatter serves one thread at a time and
 * is therefore kept in a small pool; small counts are remembered.
 */
final class Sentence {
  /** From here on numbers are grouped. */
  private static final int PLAIN_FROM = 1_000;

  private final Locale locale;
  private final String pattern;
  private final List<Object> pieces;
  private final Map<Long, String> counted = new ConcurrentHashMap<>();
  private final Queue<MessageFormat> pool = new ConcurrentLinkedQueue<>();

  /**
   * @throws IllegalArgumentException when the pattern is malformed
   */
  Sentence(Locale locale, String pattern) {
    this.locale = locale;
    this.pattern = pattern;
    this.pieces = simple(new MessagePattern(pattern));
  }

  /** Whether the text has plural forms or choices. */
  boolean formed() {
    return pieces == null;
  }

  String say(Object[] arguments) {
    if (pieces == null) {
      return formatted(arguments);
    }
    if (pieces.size() == 1 && pieces.get(0) instanceof String whole) {
      return whole;
    }
    StringBuilder said = new StringBuilder();
    for (Object piece : pieces) {
      if (piece instanceof Integer index) {
        said.append(index < arguments.length ? plain(arguments[index]) : "{" + index + "}");
      } else {
        said.append(piece);
      }
    }
    return said.toString();
  }

  private String plain(Object argument) {
    if (argument instanceof Integer || argument instanceof Long) {
      long whole = ((Number) argument).longValue();
      if (whole >= 0 && whole < PLAIN_FROM) {
        return Long.toString(whole);
      }
    }
    return argument instanceof Number number
        ? com.ibm.icu.text.NumberFormat.getInstance(locale).format(number)
        : String.valueOf(argument);
  }

  private String formatted(Object[] arguments) {
    boolean small =
        arguments.length == 1
            && (arguments[0] instanceof Long || arguments[0] instanceof Integer)
            && Math.abs(((Number) arguments[0]).longValue()) < PLAIN_FROM;
    return small
        ? counted.computeIfAbsent(((Number) arguments[0]).longValue(), n -> format(arguments))
        : format(arguments);
  }

  private String format(Object[] arguments) {
    MessageFormat format = pool.poll();
    if (format == null) {
      format = new MessageFormat(pattern, locale);
    }
    try {
      return format.format(arguments);
    } finally {
      pool.offer(format);
    }
  }

  /** Strings and argument numbers in turn; null when the text needs ICU. */
  private static List<Object> simple(MessagePattern parsed) {
    String text = parsed.getPatternString();
    List<Object> pieces = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int from = 0;
    for (int i = 1; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      words.append(text, from, part.getIndex());
      from = part.getLimit();
      if (part.getType() == Part.Type.ARG_START) {
        if (part.getArgType() != MessagePattern.ArgType.NONE
            || parsed.getPartType(i + 1) != Part.Type.ARG_NUMBER) {
          return null;
        }
        pieces.add(words.toString());
        words.setLength(0);
        pieces.add(parsed.getPart(i + 1).getValue());
        i = parsed.getLimitPartIndex(i);
        from = parsed.getPart(i).getLimit();
      }
    }
    pieces.add(words.toString());
    return pieces.size() == 1
        ? List.copyOf(pieces)
        : pieces.stream().filter(p -> !"".equals(p)).toList();
  }
}
