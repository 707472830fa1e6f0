package org.opora.web.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opora.api.faults.NotFound;
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
 * Where the script of the shell keeps and finds unfinished forms. Everybody reaches their own only.
 */
@Component
public final class DraftPages implements RouteSet {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
  private static final int LONGEST = 30_000;

  private final Drafts drafts;

  @Activate
  public DraftPages(@Reference Drafts drafts) {
    this.drafts = drafts;
  }

  @Override
  public String module() {
    return WebModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, "/drafts/{key}", Entry.SIGNED_IN, null, null, Audit.NONE, this::find),
        new Route(
            Method.POST, "/drafts/{key}", Entry.SIGNED_IN, null, null, Audit.NONE, this::keep),
        new Route(
            Method.POST,
            "/drafts/{key}/drop",
            Entry.SIGNED_IN,
            null,
            null,
            Audit.NONE,
            this::drop));
  }

  private Reply find(Request request) {
    Optional<Drafts.Kept> draft = drafts.find(request.viewer().staff(), key(request));
    return Reply.json(draft.<Object>map(d -> d).orElse(new None(null)));
  }

  private Reply keep(Request request) {
    String content = request.form().raw("content");
    if (content.isEmpty() || content.length() > LONGEST) {
      return new Reply.Json(new Saved(null), 422);
    }
    drafts.keep(request.viewer().staff(), key(request), content);
    return Reply.json(new Saved(request.viewer().now()));
  }

  private Reply drop(Request request) {
    drafts.drop(request.viewer().staff(), key(request));
    return Reply.json(new Saved(null));
  }

  private static String key(Request request) {
    String key = request.variable("key");
    if (!KEY.matcher(key).matches()) {
      throw new NotFound();
    }
    return key;
  }

  /** There is no draft. */
  record None(String content) {}

  /** When the draft was kept; null when it was not. */
  record Saved(Instant at) {}
}
