package org.opora.registry.directory.application;

import java.time.LocalDate;

/** What is written down about an official, as typed. Everything but the name may be null. */
public record NewOfficial(
    String name, String post, String email, String phone, LocalDate since, LocalDate until) {}
