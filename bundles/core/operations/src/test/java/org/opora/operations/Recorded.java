package org.opora.operations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Units;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/** Neighbours of this bundle, which write down what they are told. */
public final class Recorded implements AuditTrail, Inbox, Messages, Units {
  public final List<String> noted = Collections.synchronizedList(new ArrayList<>());
  public final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void wrote(Viewer viewer, String action, List<Subject> subjects, String detail) {
    noted.add(action);
  }

  @Override
  public void read(Viewer viewer, String action, List<Subject> subjects, String detail) {
    noted.add(action);
  }

  @Override
  public void denied(Viewer viewer, String action, List<Subject> subjects, String reason) {
    noted.add(action);
  }

  @Override
  public void noted(StaffId staff, String action, String detail) {
    noted.add(action + " " + detail);
  }

  @Override
  public Verdict verify() {
    return new Verdict(noted.size(), true, null, "00");
  }

  @Override
  public void tell(StaffId staff, Title text, String href) {
    told.add(text.en());
  }

  @Override
  public void tellAll(String permission, Title text, String href) {
    told.add(text.en());
  }

  @Override
  public void takeBack(StaffId staff, String href) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Message> of(Viewer viewer, String after, int limit) {
    return Page.last(List.of());
  }

  @Override
  public long unread(Viewer viewer) {
    return told.size();
  }

  @Override
  public void read(Viewer viewer, UUID message) {
    told.clear();
  }

  @Override
  public String text(Locale locale, String key, Object... arguments) {
    return key + List.of(arguments);
  }

  @Override
  public String text(Locale locale, Text text) {
    return text.key() + text.arguments();
  }

  @Override
  public Title title(String key, Object... arguments) {
    String text = text(Locale.ROOT, key, arguments);
    return new Title(text, text, text);
  }

  @Override
  public String origin() {
    return "org.opora.operations";
  }

  @Override
  public Set<String> ready() {
    return Set.of();
  }

  @Override
  public Optional<Text> failure(String unit) {
    return Optional.empty();
  }
}
