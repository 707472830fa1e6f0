package org.opora.registry.staff.web;

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
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.shared.web.Choice;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Members of staff and their accounts. */
final class StaffPages {
  private final Staff staff;
  private final Accounts accounts;
  private final Roles roles;
  private final Messages messages;

  StaffPages(Staff staff, Accounts accounts, Roles roles, Messages messages) {
    this.staff = staff;
    this.accounts = accounts;
    this.roles = roles;
    this.messages = messages;
  }

  Reply list(Request request) {
    Viewer viewer = request.viewer();
    return new Model()
        .with("members", rows(viewer))
        .with("manages", viewer.may(Accounts.MANAGE))
        .page("staff");
  }

  Reply export(Request request) {
    Viewer viewer = request.viewer();
    Sheet<Row> sheet =
        Sheet.of("staff", "staff.title", rows(viewer)).text("person.name", Row::name);
    if (viewer.may(Accounts.MANAGE)) {
      sheet =
          sheet
              .text("staff.roles", row -> named(row.roles(), viewer.locale()))
              .text("staff.account", row -> Words.of("staff.state." + row.state()));
    }
    return Reply.export(request, sheet);
  }

  private String named(List<String> given, Locale locale) {
    return given.stream()
        .map(role -> messages.text(locale, "staff.role." + role))
        .collect(Collectors.joining(", "));
  }

  private List<Row> rows(Viewer viewer) {
    List<Staff.Member> members = staff.all(viewer);
    Set<StaffId> ids = members.stream().map(Staff.Member::id).collect(Collectors.toSet());
    boolean manages = viewer.may(Accounts.MANAGE);
    Map<StaffId, Accounts.State> states = manages ? accounts.states(viewer, ids) : Map.of();
    Map<StaffId, Set<String>> given = manages ? roles.of(viewer, ids) : Map.of();
    return members.stream()
        .map(
            member ->
                new Row(
                    member.id(),
                    member.name(),
                    states.getOrDefault(member.id(), Accounts.State.NONE),
                    ordered(given.getOrDefault(member.id(), Set.of()))))
        .toList();
  }

  Reply blank(Request request) {
    return new Model().form("staff-new", null);
  }

  Reply add(Request request) {
    Form form = request.form();
    String name = form.requiredLine("name");
    if (form.valid()) {
      try {
        StaffId id = staff.add(request.viewer(), name);
        return Reply.to("/staff/" + id, Words.of("staff.added"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return new Model().form("staff-new", form);
  }

  Reply show(Request request) {
    return member(request, null);
  }

  Reply rename(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    String name = form.requiredLine("name");
    if (form.valid()) {
      try {
        staff.rename(request.viewer(), id, form.version(), name);
        return Reply.to("/staff/" + id, Words.of("staff.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return member(request, form);
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
    if (form.valid()) {
      try {
        String code = accounts.invite(viewer, member.id(), member.name(), chosen);
        return new Model()
            .with("member", member)
            .with("code", code)
            .with("roles", ordered(chosen))
            .page("staff-invited");
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return member(request, form);
  }

  Reply assign(Request request) {
    Form form = request.form();
    StaffId id = id(request);
    Set<String> chosen = chosen(form);
    if (form.valid()) {
      try {
        roles.assign(request.viewer(), id, chosen);
        return Reply.to("/staff/" + id, Words.of("staff.roles.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    return member(request, form);
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
      accounts.disable(request.viewer(), id);
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
    if (viewer.may(Accounts.MANAGE)) {
      Set<StaffId> one = Set.of(member.id());
      model
          .with("manages", true)
          .with(
              "state", accounts.states(viewer, one).getOrDefault(member.id(), Accounts.State.NONE))
          .with("given", ordered(roles.of(viewer, one).getOrDefault(member.id(), Set.of())))
          .with("choices", choices(request));
    }
    return model.form("staff-member", form);
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
    return roles.all().stream()
        .map(role -> new Choice(role, messages.text(request.locale(), "staff.role." + role)))
        .toList();
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
  public record Row(StaffId id, String name, Accounts.State state, List<String> roles) {}
}
