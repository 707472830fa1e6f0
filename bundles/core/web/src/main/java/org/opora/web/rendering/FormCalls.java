package org.opora.web.rendering;

import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.template.EvaluationContext;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.web.texts.Words;

/**
 * What the macros of the forms need to know: what was typed wins over what is stored, and what is
 * wrong stands beside it.
 */
final class FormCalls {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private final Words words;

  FormCalls(Words words) {
    this.words = words;
  }

  Map<String, Function> all() {
    Call fault = this::fault;
    Call typed = (context, given) -> typed(given[0], String.valueOf(given[1]), given[2]);
    Call described = (context, given) -> described(String.valueOf(given[0]), given[1], given[2]);
    Call same = (context, given) -> plain(given[0]).equals(plain(given[1]));
    Call ticked =
        (context, given) -> ticked(given[0], String.valueOf(given[1]), given[2], plain(given[3]));
    return Map.of(
        "fault", fault, "typed", typed, "described", described, "same", same, "ticked", ticked);
  }

  private Object fault(EvaluationContext context, Object[] given) {
    if (!(given[0] instanceof Form form)) {
      return null;
    }
    Text text = form.errors().get(String.valueOf(given[1]));
    return text == null ? null : words.say(context.getLocale(), text);
  }

  private static String typed(Object form, String name, Object value) {
    return form instanceof Form posted ? posted.raw(name) : plain(value);
  }

  private static boolean ticked(Object form, String name, Object chosen, String value) {
    if (form instanceof Form posted) {
      return posted.all(name).contains(value);
    }
    if (chosen instanceof Collection<?> many) {
      return many.stream().anyMatch(one -> plain(one).equals(value));
    }
    return Boolean.TRUE.equals(chosen);
  }

  private static SafeString described(String name, Object hint, Object fault) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a field: " + name);
    }
    String ids =
        (hint == null || "".equals(hint) ? "" : "h-" + name) + (fault == null ? "" : " e-" + name);
    return new SafeString(
        (ids.isEmpty() ? "" : " aria-describedby=\"" + ids.strip() + "\"")
            + (fault == null ? "" : " aria-invalid=\"true\""));
  }

  private static String plain(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof LocalTime time) {
      return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }
    return value instanceof Enum<?> constant ? constant.name() : value.toString();
  }
}
