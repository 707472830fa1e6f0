package org.opora.registry.staff.domain;

/** The list of posts: what somebody does in the centre. Its words stand under {@code post.CODE}. */
public enum PostCode {
  DIRECTOR,
  KEY_WORKER,
  SOCIAL_WORKER,
  COUNSELLOR,
  THERAPIST,
  FACILITATOR,
  CAMP_LEADER,
  CAMP_HEALTH_WORKER,
  MINDER,
  TRAINING_COORDINATOR,
  LECTURER,
  SUPERVISOR,
  ACCOUNTANT,
  OFFICE,
  IT,
  VOLUNTEER,
  TRAINEE,
  OTHER
}
