/** Complaints and what came of them. */
package org.opora.registry.complaints.domain;
