/** Pages of inspections of case files. */
package org.opora.registry.inspections.web;
