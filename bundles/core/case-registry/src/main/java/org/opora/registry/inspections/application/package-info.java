/** Use cases about inspections of case files. */
package org.opora.registry.inspections.application;
