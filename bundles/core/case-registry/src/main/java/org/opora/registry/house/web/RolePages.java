package org.opora.registry.house.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.DataClass;
import org.opora.api.access.Reach;
import org.opora.api.access.Roles;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.RoleDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.RoleNames;
import org.opora.registry.shared.web.Words;

/** Who may see what: the roles, what they may do, and the table they come from. */
final class RolePages {
  static final String HOME = RoleDesk.HOME;

  /** Where nothing belongs to a family, nothing is one's own either. */
  private static final Set<DataClass> WHOLE =
      EnumSet.of(DataClass.STAFF, DataClass.AUDIT, DataClass.ADMINISTRATION, DataClass.TECHNICAL);

  private final Roles roles;
  private final RoleDesk desk;
  private final Staff staff;
  private final Messages messages;
  private final RoleNames names;

  RolePages(Roles roles, RoleDesk desk, Staff staff, Messages messages) {
    this.roles = roles;
    this.desk = desk;
    this.staff = staff;
    this.messages = messages;
    this.names = new RoleNames(roles, messages);
  }

  Reply list(Request request) {
    Locale locale = request.locale();
    return new Model()
        .with(
            "roles",
            roles.list(request.viewer()).stream()
                .map(line -> new Row(line, names.name(line.role(), locale)))
                .toList())
        .page("house-roles");
  }

  /** The reviewed table, a permission beside those to whom it is given. */
  Reply table(Request request) {
    Map<String, String> called = names.in(request.locale());
    Map<DataClass, List<TableRow>> classes =
        roles.table(request.viewer()).stream()
            .collect(
                Collectors.groupingBy(
                    Roles.Known::dataClass,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        known ->
                            new TableRow(
                                known.words(),
                                RoleNames.line(called, given(known, Reach.ALL)),
                                RoleNames.line(called, given(known, Reach.OWN))),
                        Collectors.toList())));
    return new Model().with("classes", classes.entrySet()).page("house-roles-table");
  }

  private static List<String> given(Roles.Known known, Reach reach) {
    return known.defaults().entrySet().stream()
        .filter(one -> one.getValue() == reach)
        .map(Map.Entry::getKey)
        .toList();
  }

  Reply show(Request request) {
    return show(request, null);
  }

  Reply change(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    Map<String, Reach> reaches = new LinkedHashMap<>();
    for (Roles.Known known : roles.known(viewer)) {
      Reach reach = form.choice(known.id(), Reach.class);
      if (reach != null) {
        reaches.put(known.id(), reach);
      }
    }
    return form.attempt(
        () -> {
          int waiting = desk.change(viewer, id(request), form.version(), reaches);
          return saved(
              request,
              waiting == 0 ? Words.of("roles.saved") : Words.of("roles.saved.waiting", waiting));
        },
        again -> show(request, again));
  }

  Reply rename(Request request) {
    Form form = request.form();
    String wording = form.requiredLine("wording");
    return form.attempt(
        () -> {
          roles.rename(request.viewer(), id(request), form.version(), wording);
          return saved(request, Words.of("roles.renamed"));
        },
        again -> show(request, again));
  }

  Reply confirm(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.confirm(request.viewer(), id(request), request.id("change"));
          return saved(request, Words.of("roles.confirmed"));
        },
        again -> show(request, again));
  }

  Reply turnDown(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          desk.turnDown(request.viewer(), id(request), request.id("change"));
          return saved(request, Words.of("roles.turned-down"));
        },
        again -> show(request, again));
  }

  Reply blank(Request request) {
    return copying(request, null);
  }

  Reply copy(Request request) {
    Form form = request.form();
    String wording = form.requiredLine("wording");
    String like = form.requiredLine("like");
    if (like != null && !roles.all().contains(like)) {
      form.error("like", "form.choice", like);
    }
    return form.attempt(
        () ->
            Reply.to(
                HOME + "/" + roles.copy(request.viewer(), like, wording), Words.of("roles.made")),
        again -> copying(request, again));
  }

  Reply askRetire(Request request) {
    return retiring(request, null);
  }

  Reply retire(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          roles.retire(request.viewer(), id(request), form.version());
          return Reply.to(HOME, Words.of("roles.retired"));
        },
        again -> retiring(request, again));
  }

  Reply offer(Request request) {
    Form form = request.form();
    return form.attempt(
        () -> {
          roles.offer(request.viewer(), id(request), form.version());
          return saved(request, Words.of("roles.offered"));
        },
        again -> show(request, again));
  }

  private Reply show(Request request, Form form) {
    Viewer viewer = request.viewer();
    Roles.View view = roles.view(viewer, id(request));
    List<Roles.Known> known = roles.known(viewer);
    boolean technical = view.role().id().equals(Roles.IT_ADMINISTRATOR);
    return model(request, view)
        .with("technical", technical)
        .with("groups", groups(request.locale(), view, known, technical, form))
        .with("waiting", waiting(viewer, view, known))
        // The page has several forms; what was typed in one of them stands in no other.
        .with("edited", request.path().equals(HOME + "/" + id(request)) ? form : null)
        .with("renamed", request.path().endsWith("/name") ? form : null)
        .form("house-role", form);
  }

  private List<Group> groups(
      Locale locale, Roles.View view, List<Roles.Known> known, boolean technical, Form form) {
    Map<String, Map<DataClass, List<Line>>> modules = new LinkedHashMap<>();
    for (Roles.Known one : known) {
      if (!technical || one.dataClass() == DataClass.TECHNICAL) {
        Reach now = view.reaches().getOrDefault(one.id(), Reach.NONE);
        modules
            .computeIfAbsent(one.module(), first -> new LinkedHashMap<>())
            .computeIfAbsent(one.dataClass(), first -> new ArrayList<>())
            .add(
                new Line(
                    one.id(),
                    messages.text(locale, one.words()),
                    now,
                    reaches(locale, one, now),
                    otherwise(locale, form, one.id(), now)));
      }
    }
    List<Group> groups = new ArrayList<>();
    modules.forEach(
        (module, classes) ->
            classes.forEach(
                (dataClass, lines) ->
                    groups.add(
                        new Group(
                            Text.of("org.opora." + module, "module.title"), dataClass, lines))));
    return groups;
  }

  private List<Choice> reaches(Locale locale, Roles.Known known, Reach now) {
    return Stream.of(Reach.values())
        .filter(one -> one != Reach.OWN || now == one || !WHOLE.contains(known.dataClass()))
        .map(one -> new Choice(one.name(), messages.text(locale, "roles.reach." + one)))
        .toList();
  }

  /** What somebody else saved meanwhile, beside what was typed. */
  private String otherwise(Locale locale, Form form, String permission, Reach now) {
    return form == null || !form.isStale() || form.raw(permission).equals(now.name())
        ? null
        : messages.text(locale, "roles.now", messages.text(locale, "roles.reach." + now));
  }

  private List<Waiting> waiting(Viewer viewer, Roles.View view, List<Roles.Known> known) {
    Map<StaffId, String> called =
        staff.names(view.waiting().stream().map(Roles.Change::askedBy).distinct().toList());
    Map<String, Text> words =
        known.stream().collect(Collectors.toMap(Roles.Known::id, Roles.Known::words));
    return view.waiting().stream()
        .filter(change -> words.containsKey(change.permission()))
        .map(
            change ->
                new Waiting(
                    change,
                    words.get(change.permission()),
                    called.get(change.askedBy()),
                    change.askedBy().equals(viewer.staff())))
        .toList();
  }

  private Reply copying(Request request, Form form) {
    Map<String, String> called = names.in(request.locale());
    return new Model()
        .with(
            "choices",
            roles.list(request.viewer()).stream()
                .filter(line -> line.retiredOn() == null)
                .map(line -> line.role().id())
                .filter(role -> !role.equals(Roles.IT_ADMINISTRATOR))
                .map(role -> new Choice(role, called.get(role)))
                .toList())
        .with("like", request.query("like").orElse(null))
        .form("house-role-new", form);
  }

  private Reply retiring(Request request, Form form) {
    return model(request, roles.view(request.viewer(), id(request)))
        .form("house-role-retire", form);
  }

  private Model model(Request request, Roles.View view) {
    return new Model()
        .with("view", view)
        .with("name", names.name(view.role(), request.locale()))
        .with("path", HOME + "/" + view.role().id());
  }

  private static Reply saved(Request request, Text done) {
    return Reply.to(HOME + "/" + id(request), done);
  }

  private static String id(Request request) {
    return request.variable("role");
  }

  /** A role in the list. */
  public record Row(Roles.Line line, String name) {}

  /**
   * A permission in the table of the house.
   *
   * @param all names of the roles that get everything
   * @param own names of those that get what is theirs
   */
  public record TableRow(Text words, String all, String own) {}

  /** Permissions of one bundle that open the same class of facts. */
  public record Group(Text module, DataClass dataClass, List<Line> lines) {
    /** How many of them the role has. */
    public long given() {
      return lines.stream().filter(line -> line.now() != Reach.NONE).count();
    }
  }

  /**
   * A permission in the form of a role.
   *
   * @param otherwise what somebody else saved meanwhile; null when nobody did
   */
  public record Line(String id, String words, Reach now, List<Choice> choices, String otherwise) {}

  /** A change that waits for a second person. */
  public record Waiting(Roles.Change change, Text words, String by, boolean own) {}
}
