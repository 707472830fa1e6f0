/** Use cases about complaints. */
package org.opora.registry.complaints.application;
