/** The admin's tab in Home, the way to all admin actions. */
package dev.fieldcert.slack.admin.tab;
