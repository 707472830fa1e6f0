/** Files drawn by lot, and what in them proves the standards. */
package org.opora.registry.readiness.application;
