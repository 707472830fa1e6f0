package org.opora.access.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;

/** A set of permissions, each with the code of its reach. */
@Entity
@Table(schema = "ACCESS", name = "STAFF_ROLE")
public class Role {
  @Id private String id;
  private int place;

  @ElementCollection
  @CollectionTable(
      schema = "ACCESS",
      name = "ROLE_PERMISSION",
      joinColumns = @JoinColumn(name = "STAFF_ROLE"))
  @MapKeyColumn(name = "PERMISSION")
  @Column(name = "REACH")
  private Map<String, String> permissions = new HashMap<>();

  protected Role() {}

  public String id() {
    return id;
  }

  public int place() {
    return place;
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
