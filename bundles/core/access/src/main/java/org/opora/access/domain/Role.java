package org.opora.access.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A set of permissions, each with the code of its reach. */
@Entity
@Table(schema = "ACCESS", name = "STAFF_ROLE")
public class Role {
  @Id private String id;
  private int place;
  private String wording;

  @Column(name = "RETIRED_ON")
  private LocalDate retiredOn;

  @Column(name = "AWAITS_DEFAULTS")
  private boolean awaitsDefaults;

  @Version private long version;

  @ElementCollection
  @CollectionTable(
      schema = "ACCESS",
      name = "ROLE_PERMISSION",
      joinColumns = @JoinColumn(name = "STAFF_ROLE"))
  @MapKeyColumn(name = "PERMISSION")
  @Column(name = "REACH")
  private Map<String, String> permissions = new HashMap<>();

  protected Role() {}

  /** A role of the centre, which may do at first what another one may. */
  public Role(String id, int place, String wording, Role like) {
    this.id = id;
    this.place = place;
    this.wording = wording;
    this.permissions = new HashMap<>(like.permissions);
  }

  public String id() {
    return id;
  }

  public int place() {
    return place;
  }

  /**
   * How the centre calls it; null for a role of the house, which has its name in every language.
   */
  public String wording() {
    return wording;
  }

  public void call(String name) {
    wording = name;
  }

  public LocalDate retiredOn() {
    return retiredOn;
  }

  /** Null offers it again. */
  public void retire(LocalDate day) {
    retiredOn = day;
  }

  public long version() {
    return version;
  }

  public boolean awaitsDefaults() {
    return awaitsDefaults;
  }

  public void gotDefaults() {
    awaitsDefaults = false;
  }

  public Map<String, String> permissions() {
    return Map.copyOf(permissions);
  }

  public void allow(String permission, String reach) {
    permissions.put(permission, reach);
  }

  public void forbid(String permission) {
    permissions.remove(permission);
  }
}
