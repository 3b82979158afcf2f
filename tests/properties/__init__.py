"""What holds for every table, tried on generated ones against going through all cases one by one."""
