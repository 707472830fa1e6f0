package org.opora.registry.directory.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.BodyId;

/** Somebody who works at a body and is asked for by name. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "OFFICIAL")
public class Official {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID body;

  @Column(name = "FULL_NAME")
  private String name;

  private String post;
  private String email;
  private String phone;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected Official() {}

  public Official(UUID id, BodyId body) {
    this.id = id;
    this.body = body.value();
  }

  /** Everything but the name may be null. */
  public void is(
      String fullName,
      String function,
      String mail,
      String telephone,
      LocalDate firstDay,
      LocalDate lastDay) {
    name = fullName;
    post = function;
    email = mail;
    phone = telephone;
    since = firstDay;
    until = lastDay;
  }

  /** Whether they are asked for on that day. */
  public boolean thereOn(LocalDate day) {
    return (since == null || !since.isAfter(day)) && (until == null || !until.isBefore(day));
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public BodyId body() {
    return new BodyId(body);
  }

  public String name() {
    return name;
  }

  public String post() {
    return post;
  }

  public String email() {
    return email;
  }

  public String phone() {
    return phone;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }
}
