package org.opora.web.rendering;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.opora.api.access.Permission;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;
import org.opora.web.texts.Written;

/** What templates can call. */
public final class ShellExtension extends AbstractExtension {
  /** A page that says so offers nothing that changes what is the viewer's own at other times. */
  public static final String READS_ONLY = "readsOnly";

  private static final int KEY_BYTES = 16;
  private static final int DAYS_BEFORE_MONTHS = 60;
  private static final int DAYS_OF_MONTH = 30;

  private final Words words;
  private final Lexicon own;
  private final StaticFiles files;
  private final Clock clock;
  private final Icons icons = new Icons();
  private final SecureRandom random = new SecureRandom();

  ShellExtension(Words words, Lexicon own, StaticFiles files, Clock clock) {
    this.words = words;
    this.own = own;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public Map<String, Function> getFunctions() {
    Call say = this::say;
    Call text =
        (context, given) -> given[0] == null ? "" : words.say(context.getLocale(), (Text) given[0]);
    Call title =
        (context, given) -> given[0] == null ? "" : ((Title) given[0]).in(context.getLocale());
    Call may =
        (context, given) ->
            context.getVariable("viewer") instanceof Viewer viewer
                && may(
                    viewer,
                    String.valueOf(given[0]),
                    context.getVariable(READS_ONLY) == Boolean.TRUE);
    Call file = (context, given) -> files.address(String.valueOf(given[0]));
    Call icon = (context, given) -> icons.find(String.valueOf(given[0]));
    Call formKey = (context, given) -> formKey();
    Map<String, Function> all = new HashMap<>(new FormCalls(words).all());
    all.putAll(
        Map.of(
            "t", say, "text", text, "title", title, "may", may, "static", file, "icon", icon,
            "formKey", formKey));
    return all;
  }

  @Override
  public Map<String, Filter> getFilters() {
    Written written = words.written();
    Call.Wording date = (locale, value) -> written.date(locale, day(value));
    Call.Wording weekday = (locale, value) -> written.weekday(locale, day(value));
    Call.Wording time =
        (locale, value) ->
            value instanceof Instant instant
                ? written.time(locale, instant)
                : written.time(locale, (LocalTime) value);
    Call.Wording moment = (locale, value) -> written.moment(locale, (Instant) value);
    Call.Wording relative = (locale, value) -> relative(locale, day(value));
    return Map.of(
        "date", date, "weekday", weekday, "time", time, "datetime", moment, "relative", relative);
  }

  /** As it would be decided of what the page shows. */
  private static boolean may(Viewer viewer, String permission, boolean readsOnly) {
    Reach reach = viewer.reach(permission);
    return reach == Reach.ALL || reach == Reach.OWN && (!readsOnly || Permission.reads(permission));
  }

  private String say(EvaluationContext context, Object[] given) {
    return words.say(
        context.getLocale(),
        own,
        String.valueOf(given[0]),
        Arrays.copyOfRange(given, 1, given.length));
  }

  private LocalDate day(Object value) {
    return value instanceof Instant instant
        ? LocalDate.ofInstant(instant, words.written().zone())
        : (LocalDate) value;
  }

  private String relative(Locale locale, LocalDate day) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), words.written().zone());
    long days = ChronoUnit.DAYS.between(today, day);
    if (Math.abs(days) <= 1) {
      return words.say(
          locale, days == 0 ? "shell.today" : days > 0 ? "shell.tomorrow" : "shell.yesterday");
    }
    long distance = Math.abs(days);
    String unit = distance < DAYS_BEFORE_MONTHS ? "days" : "months";
    long amount = distance < DAYS_BEFORE_MONTHS ? distance : distance / DAYS_OF_MONTH;
    return words.say(locale, days > 0 ? "shell.in." + unit : "shell.ago." + unit, amount);
  }

  private String formKey() {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }
}
