package org.opora.registry.staff.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Accounts;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.RoleNames;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.AccountDesk;
import org.opora.registry.staff.application.StaffLine;
import org.opora.registry.staff.application.StaffPosts;

/** Members of staff and their accounts. */
final class StaffPages {
  private static final int ROWS = 50;
  private static final int FIRST_YEAR = 2000;
  private final Staff staff;
  private final Accounts accounts;
  private final Roles roles;
  private final Messages messages;
  private final RoleNames names;
  private final AccountDesk desk;
  private final StaffSheet sheet;

  StaffPages(
      Staff staff,
      Accounts accounts,
      Roles roles,
      AccountDesk desk,
      Messages messages,
      StaffSheet sheet) {
    this.desk = desk;
    this.sheet = sheet;
    this.staff = staff;
    this.accounts = accounts;
    this.roles = roles;
    this.messages = messages;
    this.names = new RoleNames(roles, messages);
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    StaffPosts.Which which = which(request);
    Page<Row> page = rows(viewer, which, request.query("after").orElse(null), ROWS);
    return new Model()
        .with("called", names.in(viewer.locale()))
        .with("members", page.items())
        .with("page", page)
        .with("which", which)
        .with("here", "/staff?show=" + which)
        .with("manages", viewer.may(Accounts.MANAGE))
        .page("staff");
  }

  private static StaffPosts.Which which(Request request) {
    return request
        .query("show")
        .flatMap(
            asked ->
                Arrays.stream(StaffPosts.Which.values())
                    .filter(one -> one.name().equals(asked))
                    .findFirst())
        .orElse(StaffPosts.Which.PRESENT);
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    StaffPosts.Which which = which(request);
    Sheet<Row> list =
        Sheet.of(
                "staff",
                "staff.title",
                (String after, int limit) -> rows(viewer, which, after, limit))
            .text("person.name", Row::name)
            .text("staff.posts", row -> posts(row.line(), viewer.locale()))
            .text("job.workplace", row -> workplaces(row.line()));
    if (viewer.may(Staff.WRITE)) {
      list =
          list.text("job.kind", row -> kinds(row.line(), viewer.locale()))
              .number("job.share", row -> share(row.line()))
              .date("job.since", row -> row.line().since())
              .date("job.until", row -> row.line().until());
    }
    if (viewer.may(Accounts.MANAGE)) {
      Map<String, String> called = names.in(viewer.locale());
      list =
          list.text("staff.roles", row -> RoleNames.line(called, row.roles()))
              .text("staff.account", row -> Words.of("staff.state." + row.state()));
    }
    return Reply.export(request, list);
  }

  private static Double share(StaffLine line) {
    return line.hundredths() == null ? null : line.hundredths() / 100.0;
  }

  private String posts(StaffLine line, Locale locale) {
    return line.posts().stream()
        .map(
            post ->
                post.wording() == null
                    ? messages.text(locale, "job." + post.code())
                    : post.wording())
        .collect(Collectors.joining(", "));
  }

  private String kinds(StaffLine line, Locale locale) {
    return line.posts().stream()
        .filter(post -> post.kind() != null)
        .map(post -> messages.text(locale, "job.kind." + post.kind()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String workplaces(StaffLine line) {
    return line.posts().stream()
        .map(StaffLine.Post::workplace)
        .filter(place -> place != null)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private Page<Row> rows(Viewer viewer, StaffPosts.Which which, String after, int limit) {
    Page<StaffLine> page = sheet.posts().list(viewer, which, after, limit);
    Set<StaffId> ids = page.items().stream().map(StaffLine::id).collect(Collectors.toSet());
    boolean manages = viewer.may(Accounts.MANAGE);
    Map<StaffId, Accounts.State> states = manages ? accounts.states(viewer, ids) : Map.of();
    Map<StaffId, Set<String>> given = manages ? roles.of(viewer, ids) : Map.of();
    return new Page<>(
        page.items().stream()
            .map(
                line ->
                    new Row(
                        line.id(),
                        line.name(),
                        states.getOrDefault(line.id(), Accounts.State.NONE),
                        ordered(given.getOrDefault(line.id(), Set.of())),
                        line))
            .toList(),
        page.next());
  }

  Reply blank(Request request) {
    return new Model().form("staff-new", null);
  }

  Reply add(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          StaffId id = staff.add(request.viewer(), name);
          return Reply.to("/staff/" + id, Words.of("staff.added"));
        },
        wrong -> new Model().form("staff-new", wrong));
  }

  Reply show(Request request) {
    return member(request, null);
  }

  Reply rename(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    String name = form.requiredLine("name");
    return form.attempt(
        () -> {
          staff.rename(request.viewer(), id, form.version(), name);
          return Reply.to("/staff/" + id, Words.of("staff.saved"));
        },
        wrong -> member(request, wrong));
  }

  /**
   * The code is shown once, on this reply, and kept nowhere: so the page is the answer itself, not
   * another address.
   */
  Reply invite(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    Staff.Member member = staff.member(viewer, id(request));
    Set<String> chosen = chosen(form);
    return form.attempt(
        () -> {
          boolean directory = form.checked("directory");
          String code = desk.invite(viewer, member, chosen, directory);
          Map<String, String> called = names.in(viewer.locale());
          return new Model()
              .with("member", member)
              .with("code", code)
              .with("directory", directory)
              .with("roles", RoleNames.line(called, chosen))
              .with("waits", RoleNames.line(called, waiting(viewer, member.id())))
              .page("staff-invited");
        },
        wrong -> member(request, wrong));
  }

  Reply assign(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    Set<String> chosen = chosen(form);
    String seen = form.raw("seen");
    return form.attempt(
        () -> {
          int waiting =
              desk.assign(
                  request.viewer(), id, seen.isBlank() ? null : Set.of(seen.split(" ")), chosen);
          return Reply.to(
              "/staff/" + id,
              waiting == 0
                  ? Words.of("staff.roles.saved")
                  : Words.of("staff.roles.saved.waiting", waiting));
        },
        again -> member(request, again));
  }

  Reply confirm(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    return form.attempt(
        () -> {
          desk.confirm(request.viewer(), id, request.id("grant"));
          return Reply.to("/staff/" + id, Words.of("roles.confirmed"));
        },
        again -> member(request, again));
  }

  Reply turnDown(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    return form.attempt(
        () -> {
          desk.turnDown(request.viewer(), id, request.id("grant"));
          return Reply.to("/staff/" + id, Words.of("roles.turned-down"));
        },
        again -> member(request, again));
  }

  Reply askDisable(Request request) {
    return new Model()
        .with("member", staff.member(request.viewer(), id(request)))
        .form("staff-disable", null);
  }

  Reply disable(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    try {
      desk.disable(request.viewer(), id);
      return Reply.to("/staff/" + id, Words.of("staff.disabled"));
    } catch (Refused refused) {
      form.refused(refused);
    }
    return new Model()
        .with("member", staff.member(request.viewer(), id))
        .form("staff-disable", form);
  }

  private Reply member(Request request, Form form) {
    Viewer viewer = request.viewer();
    Staff.Member member = staff.member(viewer, id(request));
    Model model =
        new Model().with("member", member).with("self", member.id().equals(viewer.staff()));
    sheet.into(model, viewer, member.id(), year(request));
    if (viewer.may(Accounts.MANAGE)) {
      Set<StaffId> one = Set.of(member.id());
      List<String> given = ordered(roles.of(viewer, one).getOrDefault(member.id(), Set.of()));
      boolean stale = form != null && form.isStale();
      model
          .with("manages", true)
          .with(
              "state", accounts.states(viewer, one).getOrDefault(member.id(), Accounts.State.NONE))
          .with("given", given)
          .with("directory", accounts.directoryConnected())
          .with("outside", accounts.byDirectory(viewer, one).contains(member.id()))
          .with(
              "seen",
              form == null || stale || form.raw("seen").isBlank()
                  ? String.join(" ", given)
                  : form.raw("seen"))
          .with("now", stale ? RoleNames.line(names.in(viewer.locale()), given) : null)
          .with("waiting", grants(viewer, member.id()))
          .with("choices", choices(request));
    }
    return model.form("staff-member", form);
  }

  private List<String> waiting(Viewer viewer, StaffId member) {
    return roles.waiting(viewer, member).stream().map(Roles.Grant::role).toList();
  }

  private List<Waiting> grants(Viewer viewer, StaffId member) {
    List<Roles.Grant> grants = roles.waiting(viewer, member);
    Map<String, String> called = names.in(viewer.locale());
    Map<StaffId, String> by =
        staff.names(grants.stream().map(Roles.Grant::askedBy).distinct().toList());
    return grants.stream()
        .map(
            grant ->
                new Waiting(
                    grant,
                    called.get(grant.role()),
                    by.get(grant.askedBy()),
                    viewer.staff().equals(grant.askedBy()) || viewer.staff().equals(member)))
        .toList();
  }

  static int year(Request request) {
    int now = request.viewer().today().getYear();
    try {
      int asked = request.query("year").map(Integer::valueOf).orElse(now);
      return asked < FIRST_YEAR || asked > now + 1 ? now : asked;
    } catch (NumberFormatException notOurs) {
      return now;
    }
  }

  private Set<String> chosen(Form form) {
    Set<String> chosen = new LinkedHashSet<>(form.all("roles"));
    chosen.retainAll(roles.all());
    if (chosen.isEmpty()) {
      form.error("roles", Words.of("staff.roles.missing"));
    }
    return chosen;
  }

  private List<Choice> choices(Request request) {
    Map<String, String> called = names.in(request.locale());
    return roles.all().stream().map(role -> new Choice(role, called.get(role))).toList();
  }

  private List<String> ordered(Set<String> given) {
    return roles.all().stream().filter(given::contains).toList();
  }

  private static StaffId id(Request request) {
    return new StaffId(request.id("staff"));
  }

  /**
   * @param roles ids, in the order of a form
   */
  public record Row(
      StaffId id, String name, Accounts.State state, List<String> roles, StaffLine line) {}

  /**
   * A role that waits for a second person.
   *
   * @param own whether the viewer asked for it, or would hold it: then somebody else confirms
   */
  public record Waiting(Roles.Grant grant, String role, String by, boolean own) {}
}
