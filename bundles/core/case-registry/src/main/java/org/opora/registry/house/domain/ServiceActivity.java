package org.opora.registry.house.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Which activity of the mandate a service belongs to. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SERVICE_ACTIVITY")
public class ServiceActivity {
  @Id private String service;
  @Version private long version;

  private String activity;

  protected ServiceActivity() {}

  public ServiceActivity(String service, String activity) {
    this.service = service;
    this.activity = activity;
  }

  public void belongsTo(String code) {
    activity = code;
  }

  public String service() {
    return service;
  }

  public long version() {
    return version;
  }

  public String activity() {
    return activity;
  }
}
