/** Pages and forms of tasks. */
package org.opora.registry.tasks.web;
