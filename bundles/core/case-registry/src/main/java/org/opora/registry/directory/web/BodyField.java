package org.opora.registry.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.bodies.Bodies;
import org.opora.api.ids.BodyId;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/**
 * A field in which a body is named: what is typed is looked up in the directory while one writes,
 * and one of the bodies found is chosen, or what was typed stays as it is. The template is {@code
 * body-field}; it is given the field's name as {@code field}.
 */
public final class BodyField {
  private static final int LONGEST = 200;
  private static final int MOST = 8;
  private static final String CHOSEN = "-body";
  private static final String ASKED = "-asked";
  private static final String FOR = "-for";
  private final Bodies bodies;
  private final Messages messages;

  public BodyField(Bodies bodies, Messages messages) {
    this.bodies = bodies;
    this.messages = messages;
  }

  /**
   * What was named.
   *
   * @param body null when it is not in the directory, or nothing was typed
   * @param text name of the body as it is called now, or as it was called when it was stored; or
   *     what was typed; null when nothing was
   */
  public record Named(BodyId body, String text) {
    public static final Named NOBODY = new Named(null, null);
  }

  /**
   * Reads the field. Bodies that were found and not yet shown are asked about: an error beside the
   * field. A choice counts only for the text it was offered for: who went on writing is asked anew.
   *
   * @param stored what stood there; where it was not touched, it stays as it was named that day.
   *     Null when nothing did
   */
  public Named read(Request request, Form form, String field, Named stored) {
    String typed = form.text(field, LONGEST);
    if (typed == null) {
      return Named.NOBODY;
    }
    BodyId chosen = chosen(form, field);
    if (stored != null && typed.equals(stored.text()) && Objects.equals(chosen, stored.body())) {
      return stored;
    }
    if (chosen != null) {
      Bodies.Line line = bodies.lines(List.of(chosen)).get(chosen);
      return line == null ? new Named(null, typed) : new Named(chosen, line.name());
    }
    boolean asked = form.checked(field + ASKED) && untouched(form, field);
    if (!asked && form.valid() && !found(request.viewer(), typed).isEmpty()) {
      form.error(field, Words.of("body.pick.choose"));
    }
    return new Named(null, typed);
  }

  /** What was chosen for the text as it is now; null when nothing was. */
  private static BodyId chosen(Form form, String field) {
    return form.id(field + CHOSEN) == null || !untouched(form, field)
        ? null
        : new BodyId(form.id(field + CHOSEN));
  }

  /** Whether the text is still the one for which the choices were made. */
  private static boolean untouched(Form form, String field) {
    return form.raw(field + FOR).strip().equals(form.raw(field).strip());
  }

  /**
   * Gives the template what it shows.
   *
   * @param form null on a page not posted yet
   * @param now what is stored
   */
  public Model fill(Model model, Request request, Form form, String field, Named now) {
    Named shown = now == null ? Named.NOBODY : now;
    List<Choice> choices =
        form == null
            ? chosen(request.locale(), shown)
            : choices(request.viewer(), form.raw(field), chosen(form, field));
    return model
        .with(field + "Text", shown.text())
        .with(field + "Body", form == null ? shown.body() : chosen(form, field))
        .with(field + "Choices", choices);
  }

  /** What is found while one writes. */
  List<Choice> choices(Viewer viewer, String typed, BodyId chosen) {
    List<Bodies.Line> lines = new ArrayList<>(found(viewer, typed));
    if (chosen != null && lines.stream().noneMatch(line -> line.id().equals(chosen))) {
      lines.addAll(bodies.lines(List.of(chosen)).values());
    }
    return lines.stream().map(line -> choice(viewer.locale(), line)).toList();
  }

  private List<Bodies.Line> found(Viewer viewer, String typed) {
    return viewer.may(Bodies.READ) ? bodies.find(viewer, typed, MOST) : List.of();
  }

  private List<Choice> chosen(Locale locale, Named now) {
    return now.body() == null
        ? List.of()
        : Stream.ofNullable(bodies.lines(List.of(now.body())).get(now.body()))
            .map(line -> choice(locale, line))
            .toList();
  }

  private Choice choice(Locale locale, Bodies.Line line) {
    String kind = messages.text(locale, "body.kind." + line.kind());
    String label =
        line.town() == null
            ? messages.text(locale, "body.pick.one", line.name(), kind)
            : messages.text(locale, "body.pick.one.town", line.name(), kind, line.town());
    return new Choice(line.id().toString(), label);
  }
}
