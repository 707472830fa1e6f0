package org.opora.web.rendering;

import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A function of the templates with arguments by position. */
@FunctionalInterface
interface Call extends Function {
  /** Names of the first places; made once, because a page asks for them hundreds of times. */
  String[] PLACES = {"0", "1", "2", "3", "4", "5"};

  Object call(EvaluationContext context, Object[] arguments);

  @Override
  default Object execute(
      Map<String, Object> given, PebbleTemplate self, EvaluationContext context, int line) {
    Object[] arguments = new Object[given.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = given.get(i < PLACES.length ? PLACES[i] : String.valueOf(i));
    }
    return call(context, arguments);
  }

  @Override
  default List<String> getArgumentNames() {
    return null;
  }

  /** A filter that needs the language only; nothing in gives nothing out. */
  @FunctionalInterface
  interface Wording extends Filter {
    Object say(Locale locale, Object value);

    @Override
    default Object apply(
        Object value,
        Map<String, Object> given,
        PebbleTemplate self,
        EvaluationContext context,
        int line) {
      return value == null ? null : say(context.getLocale(), value);
    }

    @Override
    default List<String> getArgumentNames() {
      return null;
    }
  }
}
