package org.opora.web.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.Route.Audit;
import org.opora.api.web.spi.Route.Entry;
import org.opora.api.web.spi.Route.Method;
import org.opora.api.web.spi.RouteSet;
import org.opora.web.WebModule;
import org.opora.web.drafts.Drafts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The form somebody sent after the session had ended: here it can be sent after all, or thrown
 * away.
 */
@Component
public final class UnsentPages implements RouteSet {
  private static final String KEY = "unsent";
  private static final int WORTH_SHOWING = 3;

  /** What a form says for its own sake: keys and codes of what was chosen, days, times. */
  private static final Pattern OF_THE_FORM =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z0-9_]*|\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d");

  private final Drafts drafts;

  @Activate
  public UnsentPages(@Reference Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/unsent", Entry.SIGNED_IN, null, null, Audit.NONE, this::offer),
        new Route(
            Method.POST, "/unsent/drop", Entry.SIGNED_IN, null, null, Audit.NONE, this::drop));
  }

  private Reply offer(Request request) {
    Optional<Drafts.Kept> kept = drafts.find(request.viewer().staff(), KEY);
    String content = kept.map(Drafts.Kept::content).orElse("");
    int mark = content.indexOf('?');
    if (mark < 0 || !Targets.within(content.substring(0, mark))) {
      return Reply.to("/");
    }
    List<Field> fields = fields(content.substring(mark + 1));
    Map<String, Object> model = new HashMap<>();
    model.put("action", content.substring(0, mark));
    model.put("at", kept.get().at());
    model.put("fields", fields);
    model.put(
        "texts",
        fields.stream()
            .filter(field -> !field.name().endsWith("-key") && !field.name().equals("version"))
            .map(Field::value)
            .filter(value -> value.length() >= WORTH_SHOWING)
            .filter(value -> !OF_THE_FORM.matcher(value).matches())
            .toList());
    return Reply.page("unsent", model);
  }

  private Reply drop(Request request) {
    StaffId staff = request.viewer().staff();
    drafts.drop(staff, KEY);
    return Reply.to("/");
  }

  private static List<Field> fields(String encoded) {
    List<Field> fields = new ArrayList<>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.add(
            new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A field of the form, as it was sent. */
  public record Field(String name, String value) {}
}
